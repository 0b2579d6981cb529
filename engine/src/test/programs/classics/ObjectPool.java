// verdict: passes
// why: a blocking queue hands each connection to one thread at a time.

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public class ObjectPool {
  private static class Connection {
    private Thread user;

    void query() {
      assert user == null : "shared with " + user;
      user = Thread.currentThread();
      user = null;
    }
  }

  private static final BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(1);

  private static void work() {
    try {
      Connection connection = pool.take();
      connection.query();
      pool.put(connection);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    pool.put(new Connection());
    Thread ann = new Thread(ObjectPool::work, "Ann");
    Thread bob = new Thread(ObjectPool::work, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert pool.size() == 1;
  }
}
