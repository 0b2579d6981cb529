// verdict: all-pass
// why: A virtual thread starts and ends like any other (JLS 17.4.4).
class VirtualJoined {
  static int data;

  public static void main(String[] args) throws Exception {
    data = 1;
    Thread one = Thread.ofVirtual().start(() -> data++);
    one.join();
    int seen = data;
  }
}
