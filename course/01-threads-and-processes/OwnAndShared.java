// verdict: all-pass
// why: Each thread writes a place of its own, and main reads after both have ended.
class OwnAndShared {
  static final int[] results = new int[2];

  static void count(int place) {
    int sum = 0;
    for (int i = 1; i <= 100; i++) {
      sum += i;
    }
    results[place] = sum;
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(() -> count(0), "Ann");
    var bob = new Thread(() -> count(1), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert results[0] + results[1] == 10_100;
  }
}
