// verdict: fails race
// why: An interrupt that the thread does not find out about orders nothing (JLS 17.4.4).
class InterruptNotLookedAt {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> { int seen = data; }, "one");
    one.start();
    data = 1;
    one.interrupt();
    one.join();
  }
}
