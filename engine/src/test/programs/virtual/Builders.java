// verdict: all-pass
// why: names count up, inherited settings are as given, and factories make fresh threads.

import java.util.concurrent.ThreadFactory;

public class Builders {
  public static void main(String[] args) throws InterruptedException {
    ThreadFactory factory = Thread.ofPlatform().name("worker-", 1).daemon().factory();
    Thread first = factory.newThread(() -> {});
    Thread second = factory.newThread(() -> {});
    assert first.getName().equals("worker-1") && second.getName().equals("worker-2");
    assert first.isDaemon() && !first.isVirtual();
    Thread unstarted = Thread.ofVirtual().name("v").unstarted(() -> {});
    assert unstarted.getState() == Thread.State.NEW;
    first.start();
    unstarted.start();
    first.join();
    unstarted.join();
    assert unstarted.getState() == Thread.State.TERMINATED;
  }
}
