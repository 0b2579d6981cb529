// verdict: all-pass
// interleavings: 1
// why: isInterrupted asks, interrupted asks and clears, and sleep throws at once and clears.

public class InterruptStatus {
  public static void main(String[] args) {
    Thread self = Thread.currentThread();
    self.interrupt();
    assert self.isInterrupted();
    assert self.isInterrupted();
    assert Thread.interrupted();
    assert !Thread.interrupted();
    self.interrupt();
    try {
      Thread.sleep(1000);
      throw new IllegalStateException("slept in spite of the interrupt");
    } catch (InterruptedException e) {
      assert !self.isInterrupted();
    }
  }
}
