// fails: deadlock-free
// why: The lock is never given back.
import java.util.concurrent.locks.ReentrantLock;

class Counter {
  private final ReentrantLock lock = new ReentrantLock();
  private int value;

  void increment() {
    lock.lock();
    value++;
  }

  int value() {
    return value;
  }
}
