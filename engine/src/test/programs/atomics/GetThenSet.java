// verdict: fails lost-update or failure AssertionError
// why: get and set are atomic each, together they are not.

import java.util.concurrent.atomic.AtomicInteger;

public class GetThenSet {
  private static final AtomicInteger value = new AtomicInteger();

  private static void addTen() {
    int before = value.get();
    value.set(before + 10);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(GetThenSet::addTen);
    Thread second = new Thread(GetThenSet::addTen);
    first.start();
    second.start();
    first.join();
    second.join();
    assert value.get() == 20 : value;
  }
}
