// verdict: fails race
// why: What is done after a thread was started is not ordered with what it does (JLS 17.4.4).
class WrittenAfterStart {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> { int seen = data; }, "one");
    one.start();
    data = 1;
    one.join();
  }
}
