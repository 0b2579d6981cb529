// verdict: fails deadlock
// cause: lock-order-inversion
// why: two threads take the same two interned strings in opposite order.

public class StringLocks {
  public static void main(String[] args) {
    Thread ann =
        new Thread(() -> {
          synchronized ("left") {
            synchronized ("right") {
              System.out.println("Ann eats");
            }
          }
        });
    Thread bob =
        new Thread(() -> {
          synchronized ("right") {
            synchronized ("left") {
              System.out.println("Bob eats");
            }
          }
        });
    ann.start();
    bob.start();
  }
}
