// verdict: all-pass
// why: A thread that is found not to be alive has done all before (JLS 17.4.4).
class SeenNotAlive {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> data = 1, "one");
    one.start();
    if (!one.isAlive()) {
    int seen = data;
    }
    one.join();
  }
}
