// verdict: all-pass
// why: Detecting that a thread has terminated orders like join (JLS 17.4.4).
class SeenTerminated {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> data = 1, "one");
    one.start();
    if (one.getState() == Thread.State.TERMINATED) {
    int seen = data;
    }
    one.join();
  }
}
