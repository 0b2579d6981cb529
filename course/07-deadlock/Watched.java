// verdict: passes
// why: Who would close the ring notices, lets go, and begins with the other lock.
import java.util.HashMap;
import java.util.Map;

class Watched {
  static final Map<String, Thread> owner = new HashMap<>();
  static final Map<Thread, String> wants = new HashMap<>();

  /** Takes a lock; returns false where waiting would close a ring. */
  static synchronized boolean lock(String lock) throws InterruptedException {
    Thread self = Thread.currentThread();
    while (owner.containsKey(lock)) {
      for (Thread t = owner.get(lock); t != null; t = owner.get(wants.get(t))) {
        if (t == self) {
          return false;
        }
      }
      wants.put(self, lock);
      Watched.class.wait();
      wants.remove(self);
    }
    owner.put(lock, self);
    return true;
  }

  static synchronized void unlock(String lock) {
    owner.remove(lock);
    Watched.class.notifyAll();
  }

  static void work(String first, String second) {
    try {
      lock(first);
      while (!lock(second)) {
        unlock(first); // lets go, and begins with the lock that it did not get
        String other = first;
        first = second;
        second = other;
        lock(first);
      }
      unlock(second);
      unlock(first);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    new Thread(() -> work("A", "B"), "Ann").start();
    new Thread(() -> work("B", "A"), "Bob").start();
  }
}
