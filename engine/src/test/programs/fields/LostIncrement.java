// verdict: fails lost-update Counter.value
// why: value++ reads and writes in two steps, so one increment can overwrite another.

class Counter {
  int value;

  void increment() {
    value++;
  }
}

public class LostIncrement {
  public static void main(String[] args) throws InterruptedException {
    Counter counter = new Counter();
    Runnable work =
        () -> {
          for (int i = 0; i < 3; i++) {
            counter.increment();
          }
        };
    Thread ann = new Thread(work, "Ann");
    Thread bob = new Thread(work, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert counter.value == 6 : "value is " + counter.value;
  }
}
