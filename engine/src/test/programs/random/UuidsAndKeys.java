// verdict: all-pass
// why: UUIDs and secure random bytes differ from each other, but not between executions.

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

public class UuidsAndKeys {
  public static void main(String[] args) throws InterruptedException {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    assert !first.equals(second);
    byte[] key = new byte[4];
    new SecureRandom().nextBytes(key);
    AtomicInteger steps = new AtomicInteger();
    int branch = (first.hashCode() ^ key[0]) & 1;
    Thread other =
        new Thread(() -> {
          for (int i = 0; i <= branch; i++) {
            steps.incrementAndGet();
          }
        });
    other.start();
    steps.incrementAndGet();
    other.join();
    assert steps.get() == 2 + branch;
  }
}
