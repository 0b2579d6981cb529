// verdict: passes
// why: readers share the read lock, the miss is filled under the write lock after a second look.

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class ReadWriteCache {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> lengths = new HashMap<>();
  private int misses;

  int length(String word) {
    lock.readLock().lock();
    try {
      Integer known = lengths.get(word);
      if (known != null) {
        return known;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      return lengths.computeIfAbsent(word, this::measure);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private int measure(String word) {
    misses++;
    return word.length();
  }

  public static void main(String[] args) throws InterruptedException {
    ReadWriteCache cache = new ReadWriteCache();
    Thread other = new Thread(() -> cache.length("heddle"));
    other.start();
    assert cache.length("heddle") == 6;
    other.join();
    assert cache.misses == 1;
  }
}
