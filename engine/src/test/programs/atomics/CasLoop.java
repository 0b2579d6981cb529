// verdict: all-pass
// why: a failed compareAndSet tries again with the new value.

import java.util.concurrent.atomic.AtomicReference;

public class CasLoop {
  private static final AtomicReference<String> log = new AtomicReference<>("");

  private static void append(String text) {
    String before;
    do {
      before = log.get();
    } while (!log.compareAndSet(before, before + text));
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> append("ann "));
    Thread bob = new Thread(() -> append("bob "));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert log.get().length() == 8 : log;
  }
}
