// verdict: fails failure AssertionError
// why: the checker sees the first field of one setter before any setter has set the second.

/** Ten threads set two fields one after the other, and one that reads both must come between all. */
class Reorder {
  static volatile int first;
  static volatile int second;

  public static void main(String[] args) throws InterruptedException {
    Thread[] setters = new Thread[10];
    for (int i = 0; i < setters.length; i++) {
      setters[i] =
          new Thread(
              () -> {
                first = 1;
                second = 1;
              });
      setters[i].start();
    }
    Thread checker =
        new Thread(
            () -> {
              int one = first;
              int two = second;
              assert one == two : "saw " + one + " and " + two;
            });
    checker.start();
    for (Thread setter : setters) {
      setter.join();
    }
    checker.join();
  }
}
