// verdict: all-pass
// interleavings: 1
// output: in main
// why: run() called by hand runs in the caller's thread.

public class RunInsteadOfStart {
  public static void main(String[] args) {
    Thread thread =
        new Thread(() -> System.out.println("in " + Thread.currentThread().getName()), "worker");
    thread.run();
    assert thread.getState() == Thread.State.NEW;
  }
}
