// verdict: all-pass
// why: An interrupt happens-before the InterruptedException (JLS 17.4.4).
class InterruptThrown {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> {
    try {
    Thread.sleep(1000);
    } catch (InterruptedException e) {
    int seen = data;
    }
    }, "one");
    one.start();
    data = 1;
    one.interrupt();
    one.join();
  }
}
