// verdict: all-pass
// interleavings: 6
// why: each addition happens inside the monitor, so only their order varies.

public class DoubleSum {
  private double sum;

  private void add(double term) {
    synchronized (this) {
      sum += term;
    }
  }

  private void addTwice(double term) {
    add(term);
    add(term);
  }

  public static void main(String[] args) throws InterruptedException {
    DoubleSum series = new DoubleSum();
    Thread halves = new Thread(() -> series.addTwice(0.5));
    Thread quarters = new Thread(() -> series.addTwice(0.25));
    halves.start();
    quarters.start();
    halves.join();
    quarters.join();
    assert series.sum == 1.5;
  }
}
