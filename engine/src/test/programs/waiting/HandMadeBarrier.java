// verdict: passes
// why: each round has its generation, so a late waker does not take the next round for its own.

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
