// verdict: all-pass
// interleavings: 1
// why: the halves share only the input, which nobody writes.

public class HalvesOfASum {
  private static class Part extends Thread {
    private final double[] values;
    private final int from;
    private final int to;
    private double sum;

    Part(double[] values, int from, int to) {
      this.values = values;
      this.from = from;
      this.to = to;
    }

    @Override
    public void run() {
      for (int i = from; i < to; i++) {
        sum += values[i];
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    Part low = new Part(values, 0, 4);
    Part high = new Part(values, 4, 8);
    low.start();
    high.start();
    low.join();
    high.join();
    assert low.sum + high.sum == 36;
  }
}
