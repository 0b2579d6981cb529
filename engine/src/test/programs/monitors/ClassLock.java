// verdict: all-pass
// interleavings: 2
// why: a static synchronized method and a block on the class object use one monitor.

public class ClassLock {
  private static int value;

  private static synchronized void byMethod() {
    value++;
  }

  private static void byBlock() {
    synchronized (ClassLock.class) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread method = new Thread(ClassLock::byMethod);
    Thread block = new Thread(ClassLock::byBlock);
    method.start();
    block.start();
    method.join();
    block.join();
    assert value == 2;
  }
}
