// verdict: fails failure AssertionError
// why: yield is a hint and promises nothing about who runs next.

public class YieldIsNoOrder {
  private static String greeting;

  public static void main(String[] args) throws InterruptedException {
    Thread writer = new Thread(() -> greeting = "hello");
    writer.start();
    Thread.yield();
    Thread.yield();
    assert greeting != null : "no greeting yet";
    writer.join();
  }
}
