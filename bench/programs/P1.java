// verdict: fails lost-update P1.value
// why: two threads, three unsynchronized increments each.

public class P1 {
  private static int value;

  private static void increments() {
    for (int i = 0; i < 3; i++) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(P1::increments);
    Thread second = new Thread(P1::increments);
    first.start();
    second.start();
    first.join();
    second.join();
    assert value == 6 : value;
  }
}
