// verdict: fails failure IllegalMonitorStateException
// why: wait needs the monitor of the object that it waits on.

public class WaitWithoutMonitor {
  private final Object lock = new Object();

  synchronized void await() throws InterruptedException {
    lock.wait();
  }

  public static void main(String[] args) throws InterruptedException {
    new WaitWithoutMonitor().await();
  }
}
