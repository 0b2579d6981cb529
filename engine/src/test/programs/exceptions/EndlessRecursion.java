// verdict: fails failure StackOverflowError
// why: a recursion without end overflows the worker's stack.

public class EndlessRecursion {
  private static int depth(int level) {
    return depth(level + 1) + 1;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(() -> System.out.println(depth(0)), "worker");
    worker.start();
    worker.join();
  }
}
