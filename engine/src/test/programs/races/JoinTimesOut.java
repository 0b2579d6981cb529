// verdict: fails race
// why: A join that ends by its time-out has seen no end (JLS 17.4.4).
class JoinTimesOut {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> sleepThenWrite(), "one");
    one.start();
    one.join(1);
    int seen = data;
    one.join();
  }

  static void sleepThenWrite() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    data = 1;
  }
}
