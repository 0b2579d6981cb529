// verdict: all-pass
// interleavings: 1
// why: a child gets its parent's value at birth and changes only its own.

public class Inherited {
  private static final InheritableThreadLocal<String> user = new InheritableThreadLocal<>();

  public static void main(String[] args) throws InterruptedException {
    user.set("ann");
    Thread child =
        new Thread(() -> {
          assert user.get().equals("ann");
          user.set("bob");
        });
    user.set("cid");
    child.start();
    child.join();
    assert user.get().equals("cid");
  }
}
