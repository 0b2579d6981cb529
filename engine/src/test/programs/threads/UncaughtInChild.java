// verdict: fails failure ArithmeticException
// why: an exception in a thread other than main counts too.

public class UncaughtInChild {
  public static void main(String[] args) throws InterruptedException {
    int[] divisors = {2, 1, 0};
    for (int divisor : divisors) {
      Thread worker = new Thread(() -> System.out.println(100 / divisor));
      worker.start();
      worker.join();
    }
  }
}
