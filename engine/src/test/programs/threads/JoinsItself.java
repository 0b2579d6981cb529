// verdict: fails deadlock
// cause: none
// why: main waits for its own end.

public class JoinsItself {
  public static void main(String[] args) throws InterruptedException {
    Thread.currentThread().join();
  }
}
