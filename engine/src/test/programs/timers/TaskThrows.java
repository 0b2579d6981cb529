// verdict: fails failure IllegalStateException
// why: an exception in a task ends the timer's thread.

import java.util.Timer;
import java.util.TimerTask;

public class TaskThrows {
  public static void main(String[] args) {
    Timer timer = new Timer();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            throw new IllegalStateException("no paper");
          }
        },
        10);
  }
}
