// verdict: passes
// why: Everything shared goes through a queue.
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class HandedOver {
  static final BlockingQueue<Integer> parcels = new ArrayBlockingQueue<>(2);

  static void send(int weight) {
    try {
      parcels.put(weight);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    new Thread(() -> send(3), "Ann").start();
    new Thread(() -> send(4), "Bob").start();
    int sum = parcels.take() + parcels.take();
    assert sum == 7 : "the parcels weigh " + sum;
  }
}
