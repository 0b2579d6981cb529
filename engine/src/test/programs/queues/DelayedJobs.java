// verdict: passes
// why: a DelayQueue gives its elements in the order in which they fall due.

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

public class DelayedJobs {
  private record Job(String name, long dueNanos) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(dueNanos, ((Job) other).dueNanos);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    DelayQueue<Job> jobs = new DelayQueue<>();
    long now = System.nanoTime();
    jobs.add(new Job("late", now + 200_000_000));
    jobs.add(new Job("early", now + 100_000_000));
    assert jobs.take().name().equals("early");
    assert jobs.take().name().equals("late");
    assert System.nanoTime() - now >= 200_000_000;
  }
}
