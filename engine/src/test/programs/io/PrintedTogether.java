// verdict: all-pass
// why: lines of two threads may come in either order, none is lost.

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

public class PrintedTogether {
  public static void main(String[] args) throws InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true);
    Thread ann = new Thread(() -> out.println("ann"));
    Thread bob = new Thread(() -> out.println("bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert bytes.toString().lines().sorted().toList().toString().equals("[ann, bob]");
  }
}
