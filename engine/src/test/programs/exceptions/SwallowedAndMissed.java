// verdict: fails failure AssertionError
// why: the empty catch block hides that one of the orders was never booked.

public class SwallowedAndMissed {
  private static int booked;

  private static synchronized void book(String pieces) {
    booked += Integer.parseInt(pieces);
  }

  public static void main(String[] args) throws InterruptedException {
    String[] orders = {"3", "4", "five"};
    for (String order : orders) {
      Thread clerk =
          new Thread(() -> {
            try {
              book(order);
            } catch (Exception e) {
              // cannot happen
            }
          });
      clerk.start();
      clerk.join();
    }
    assert booked == 12 : booked;
  }
}
