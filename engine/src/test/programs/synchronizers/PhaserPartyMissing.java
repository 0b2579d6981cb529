// verdict: fails deadlock
// why: main is registered but never arrives.

import java.util.concurrent.Phaser;

public class PhaserPartyMissing {
  public static void main(String[] args) throws InterruptedException {
    Phaser phaser = new Phaser(1);
    phaser.register();
    Thread worker = new Thread(phaser::arriveAndAwaitAdvance, "worker");
    worker.start();
    worker.join();
    phaser.arriveAndDeregister();
  }
}
