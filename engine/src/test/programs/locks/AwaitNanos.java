// verdict: passes
// why: awaitNanos says how much time is left, and the loop asks for the state again.

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class AwaitNanos {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private String item;

  String poll(long millis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (item == null && left > 0) {
        left = filled.awaitNanos(left);
      }
      return item;
    } finally {
      lock.unlock();
    }
  }

  void put(String newItem) {
    lock.lock();
    try {
      item = newItem;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    AwaitNanos box = new AwaitNanos();
    assert box.poll(10) == null;
    Thread producer = new Thread(() -> box.put("wool"));
    producer.start();
    String got = box.poll(1000);
    producer.join();
    assert got == null || got.equals("wool");
    assert box.poll(0).equals("wool");
  }
}
