// verdict: passes
// why: the parties register before they start, and each arrives once a phase.

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

public class PhaserRounds {
  public static void main(String[] args) {
    Phaser phaser = new Phaser(1);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      phaser.register();
      new Thread(
              () -> {
                done.incrementAndGet();
                phaser.arriveAndAwaitAdvance();
                assert done.get() >= 2;
                done.incrementAndGet();
                phaser.arriveAndDeregister();
              })
          .start();
    }
    phaser.arriveAndAwaitAdvance();
    assert phaser.getPhase() >= 1 && done.get() >= 2;
    phaser.arriveAndAwaitAdvance();
    assert done.get() == 4;
    phaser.arriveAndDeregister();
    assert phaser.isTerminated();
  }
}
