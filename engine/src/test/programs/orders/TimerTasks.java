// verdict: all-pass
// why: One thread runs all tasks of a timer, after they were scheduled (Timer).
import java.util.*;
import java.util.concurrent.*;

class TimerTasks {
  static int data;

  public static void main(String[] args) throws Exception {
    var timer = new Timer();
    var latch = new CountDownLatch(2);
    Add.latch = latch;
    data = 1;
    timer.schedule(new Add(), 10);
    timer.schedule(new Add(), 20);
    latch.await();
    timer.cancel();
  }

  static class Add extends TimerTask {
    static CountDownLatch latch;

    @Override
    public void run() {
      data++;
      latch.countDown();
    }
  }
}
