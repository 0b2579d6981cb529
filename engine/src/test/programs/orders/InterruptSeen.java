// verdict: all-pass
// why: An interrupt happens-before any thread finds out (JLS 17.4.4).
class InterruptSeen {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> {
    if (Thread.interrupted()) {
    int seen = data;
    }
    }, "one");
    one.start();
    data = 1;
    one.interrupt();
    one.join();
  }
}
