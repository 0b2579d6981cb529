// verdict: fails never-ends
// cause: leaked-executor
// why: the timer's thread is no daemon and waits for tasks for ever.

import java.util.Timer;
import java.util.TimerTask;

public class NotCancelled {
  private static final Timer timer = new Timer("reminder");

  public static void main(String[] args) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.out.println("drink water");
          }
        },
        1000);
  }
}
