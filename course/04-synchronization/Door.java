// verdict: passes
// why: The guest waits in a loop for a state that is changed under the same lock.
class Door {
  static boolean open;

  static synchronized void openIt() {
    open = true;
    Door.class.notifyAll();
  }

  static synchronized void enter() {
    while (!open) {
      try {
        Door.class.wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assert open;
  }

  public static void main(String[] args) {
    new Thread(Door::enter, "Guest").start();
    new Thread(Door::openIt, "Host").start();
  }
}
