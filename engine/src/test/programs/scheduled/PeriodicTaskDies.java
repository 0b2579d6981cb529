// verdict: fails deadlock or never-ends
// why: an exception ends a periodic task in silence, and the third tick never comes.

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class PeriodicTaskDies {
  public static void main(String[] args) throws InterruptedException {
    int[] readings = {20, 0, 25};
    CountDownLatch left = new CountDownLatch(readings.length);
    ScheduledExecutorService sensor = Executors.newScheduledThreadPool(1);
    sensor.scheduleAtFixedRate(
        () -> {
          int reading = readings[readings.length - (int) left.getCount()];
          System.out.println(1000 / reading);
          left.countDown();
        },
        0,
        1,
        TimeUnit.SECONDS);
    left.await();
    sensor.shutdown();
  }
}
