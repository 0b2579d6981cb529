// verdict: fails lost-update TwoByTwoPrinted.n
// why: Of two times two increments, one on each side may be lost; the sum is printed before it is checked.
class TwoByTwoPrinted {
  static int n;

  static void twice() {
    n++;
    n++;
  }

  public static void main(String[] args) throws Exception {
    var ann = new Thread(TwoByTwoPrinted::twice, "Ann");
    var bob = new Thread(TwoByTwoPrinted::twice, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    System.out.println(n);
    if (n == 2) {
      throw new IllegalStateException("two of four");
    }
  }
}
