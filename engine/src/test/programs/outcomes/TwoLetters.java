// verdict: passes
// why: Two threads print a letter each, and nobody minds in which order.
class TwoLetters {
  public static void main(String[] args) {
    new Thread(() -> System.out.println("A"), "Ann").start();
    new Thread(() -> System.out.println("B"), "Bob").start();
  }
}
