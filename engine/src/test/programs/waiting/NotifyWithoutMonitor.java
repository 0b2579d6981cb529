// verdict: fails failure IllegalMonitorStateException
// why: the second notify comes after the monitor was left.

public class NotifyWithoutMonitor {
  public static void main(String[] args) {
    Object lock = new Object();
    Thread worker =
        new Thread(() -> {
          synchronized (lock) {
            lock.notifyAll();
          }
          lock.notify();
        });
    worker.start();
  }
}
