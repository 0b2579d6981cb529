// verdict: fails deadlock
// cause: none
// why: a thread of the program itself waits for jobs for ever; there is no executor to shut down.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class OwnWorkerIdles {
  private static final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();

  private static void work() {
    try {
      while (true) {
        jobs.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) {
    new Thread(OwnWorkerIdles::work, "worker").start();
    jobs.add(() -> System.out.println("done"));
  }
}
