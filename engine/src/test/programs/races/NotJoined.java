// verdict: fails race
// why: Without join, nothing orders a thread and the one that started it (JLS 17.4.4).
class NotJoined {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> data = 1, "one");
    one.start();
    int seen = data;
    one.join();
  }
}
