// verdict: fails failure IllegalStateException
// cause: if-instead-of-while
// why: who is woken takes the place without asking whether a third one was faster.

public class PlaceWithIf {
  private boolean taken = true;

  private synchronized void enter() {
    if (taken) {
      try {
        wait();
      } catch (InterruptedException e) {
        return;
      }
    }
    occupy();
  }

  private void occupy() {
    boolean before = taken;
    taken = true;
    if (before) {
      throw new IllegalStateException("two on one place");
    }
  }

  private synchronized void leave() {
    taken = false;
    notify();
  }

  public static void main(String[] args) {
    PlaceWithIf place = new PlaceWithIf();
    new Thread(place::enter, "Ann").start();
    new Thread(place::enter, "Bob").start();
    place.leave();
  }
}
