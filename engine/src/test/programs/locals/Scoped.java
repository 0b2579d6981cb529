// verdict: all-pass
// interleavings: 1
// why: a scoped value is bound for the length of a call, nested calls may rebind it.

public class Scoped {
  private static final ScopedValue<String> USER = ScopedValue.newInstance();

  private static String greet() {
    return "hello " + USER.orElse("stranger");
  }

  public static void main(String[] args) throws InterruptedException {
    assert greet().equals("hello stranger");
    Thread ann =
        new Thread(() ->
            ScopedValue.where(USER, "ann")
                .run(() -> {
                  assert ScopedValue.where(USER, "bob").call(Scoped::greet).equals("hello bob");
                  assert greet().equals("hello ann");
                }));
    ann.start();
    ann.join();
    assert !USER.isBound();
  }
}
