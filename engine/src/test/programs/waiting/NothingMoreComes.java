// verdict: fails deadlock
// cause: none
// why: one item for two consumers; that the producer notified when nobody waited is not the reason.

public class NothingMoreComes {
  private Integer item;

  private synchronized void put(int value) {
    item = value;
    notifyAll();
  }

  private synchronized void take() {
    try {
      while (item == null) {
        wait();
      }
    } catch (InterruptedException e) {
      return;
    }
    item = null;
  }

  public static void main(String[] args) throws InterruptedException {
    NothingMoreComes box = new NothingMoreComes();
    Thread producer = new Thread(() -> box.put(1), "producer");
    producer.start();
    producer.join();
    new Thread(box::take, "first").start();
    new Thread(box::take, "second").start();
  }
}
