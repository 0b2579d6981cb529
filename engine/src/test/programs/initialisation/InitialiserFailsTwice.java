// verdict: all-pass
// why: the first use gets the initialiser's exception, later ones NoClassDefFoundError.

import java.util.concurrent.atomic.AtomicInteger;

public class InitialiserFailsTwice {
  static class Config {
    static final int PORT = Integer.parseInt("eighty");
  }

  private static final AtomicInteger first = new AtomicInteger();
  private static final AtomicInteger later = new AtomicInteger();

  private static void connect() {
    try {
      System.out.println(Config.PORT);
    } catch (ExceptionInInitializerError e) {
      first.incrementAndGet();
    } catch (NoClassDefFoundError e) {
      later.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread other = new Thread(InitialiserFailsTwice::connect);
    other.start();
    connect();
    other.join();
    assert first.get() == 1 && later.get() == 1;
  }
}
