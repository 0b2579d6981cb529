// verdict: passes
// why: producers and consumers wait on conditions of their own.

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class ConditionBuffer {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<Integer> items = new ArrayDeque<>();

  void put(int item) {
    lock.lock();
    try {
      while (items.size() == 1) {
        notFull.awaitUninterruptibly();
      }
      items.addLast(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  int take() {
    lock.lock();
    try {
      while (items.isEmpty()) {
        notEmpty.awaitUninterruptibly();
      }
      int item = items.removeFirst();
      notFull.signal();
      return item;
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ConditionBuffer buffer = new ConditionBuffer();
    Thread ann = new Thread(() -> buffer.put(1), "Ann");
    Thread bob = new Thread(() -> buffer.put(2), "Bob");
    ann.start();
    bob.start();
    assert buffer.take() + buffer.take() == 3;
    ann.join();
    bob.join();
  }
}
