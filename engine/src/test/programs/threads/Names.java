// verdict: all-pass
// interleavings: 1
// why: threads are numbered from Thread-0 in every execution.

public class Names {
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> {});
    Thread named = new Thread(() -> {}, "worker");
    Thread second =
        new Thread() {
          @Override
          public void run() {
            assert Thread.currentThread() == this;
            assert getName().equals("Thread-1");
          }
        };
    assert first.getName().equals("Thread-0");
    assert named.getName().equals("worker");
    named.setName("renamed");
    assert named.getName().equals("renamed");
    assert Thread.currentThread().getName().equals("main");
    second.start();
    second.join();
  }
}
