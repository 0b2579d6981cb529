// verdict: fails deadlock
// cause: lock-order-inversion
// why: one thread takes the monitor first, the other the lock.

import java.util.concurrent.locks.ReentrantLock;

public class MonitorAndLock {
  private final ReentrantLock lock = new ReentrantLock();

  private synchronized void save() {
    lock.lock();
    try {
      System.out.println("saved");
    } finally {
      lock.unlock();
    }
  }

  private void load() {
    lock.lock();
    try {
      refresh();
    } finally {
      lock.unlock();
    }
  }

  private synchronized void refresh() {
    System.out.println("refreshed");
  }

  public static void main(String[] args) {
    MonitorAndLock document = new MonitorAndLock();
    new Thread(document::save, "saver").start();
    new Thread(document::load, "loader").start();
  }
}
