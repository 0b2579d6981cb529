// verdict: fails deadlock
// why: The two transfers take the same locks in opposite order.
class Transfer {
  static final Object account1 = new Object();
  static final Object account2 = new Object();
  static int balance1 = 100;
  static int balance2 = 100;

  static void there() {
    synchronized (account1) {
      synchronized (account2) {
        balance1 -= 30;
        balance2 += 30;
      }
    }
  }

  static void back() {
    synchronized (account2) {
      synchronized (account1) {
        balance2 -= 10;
        balance1 += 10;
      }
    }
  }

  public static void main(String[] args) {
    new Thread(Transfer::there, "Ann").start();
    new Thread(Transfer::back, "Bob").start();
  }
}
