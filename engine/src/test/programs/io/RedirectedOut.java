// verdict: all-pass
// why: standard output set by an execution is back to normal in the next.

import java.io.OutputStream;
import java.io.PrintStream;

public class RedirectedOut {
  private static final class Silent extends PrintStream {
    Silent() {
      super(OutputStream.nullOutputStream());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    assert !System.out.getClass().getSimpleName().equals("Silent");
    System.setOut(new Silent());
    Thread ann = new Thread(() -> System.out.println("unheard"));
    Thread bob = new Thread(() -> System.out.println("unheard"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
