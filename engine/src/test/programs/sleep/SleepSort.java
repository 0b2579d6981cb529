// verdict: fails failure AssertionError
// cause: ordering-by-sleep
// only-sleep: true
// why: the numbers are sorted by alarm clocks, and a thread can be late for its own.

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class SleepSort {
  private static final List<Integer> sorted = new CopyOnWriteArrayList<>();

  private static void place(int number) {
    try {
      Thread.sleep(number * 10L);
    } catch (InterruptedException e) {
      return;
    }
    sorted.add(number);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread three = new Thread(() -> place(3));
    Thread one = new Thread(() -> place(1));
    three.start();
    one.start();
    three.join();
    one.join();
    assert sorted.equals(List.of(1, 3)) : sorted;
  }
}
