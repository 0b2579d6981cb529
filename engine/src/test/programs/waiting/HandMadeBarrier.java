// verdict: fails race plain
// why: no one is left behind, but a walker may add to its rounds while the other still looks at them (JLS 17.4.5).

public class HandMadeBarrier {
  private static final int PARTIES = 2;
  private int arrived;
  private int generation;
  private final int[] rounds = new int[PARTIES];

  private synchronized void await() throws InterruptedException {
    int mine = generation;
    arrived++;
    if (arrived == PARTIES) {
      arrived = 0;
      generation++;
      notifyAll();
    }
    while (generation == mine) {
      wait();
    }
  }

  private void walk(int walker) {
    try {
      for (int round = 0; round < 2; round++) {
        rounds[walker]++;
        await();
        assert rounds[1 - walker] > round : "left behind";
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    HandMadeBarrier barrier = new HandMadeBarrier();
    Thread ann = new Thread(() -> barrier.walk(0));
    Thread bob = new Thread(() -> barrier.walk(1));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
