// verdict: passes
// why: a daemon timer lets the program end before its task is due.

import java.util.Timer;
import java.util.TimerTask;

public class DaemonTimer {
  public static void main(String[] args) {
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.out.println("perhaps");
          }
        },
        60_000);
  }
}
