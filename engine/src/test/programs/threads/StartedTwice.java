// verdict: fails failure IllegalThreadStateException
// why: a thread can be started once only.

public class StartedTwice {
  public static void main(String[] args) throws InterruptedException {
    Thread thread = new Thread(() -> System.out.println("hello"));
    thread.start();
    thread.join();
    thread.start();
  }
}
