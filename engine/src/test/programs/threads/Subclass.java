// verdict: all-pass
// interleavings: 1
// why: main reads the result of its worker after join.

public class Subclass extends Thread {
  private final int number;
  private long factorial = 1;

  Subclass(int number) {
    super("factorial-" + number);
    this.number = number;
  }

  @Override
  public void run() {
    for (int i = 2; i <= number; i++) {
      factorial *= i;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Subclass five = new Subclass(5);
    Subclass ten = new Subclass(10);
    five.start();
    ten.start();
    five.join();
    ten.join();
    assert five.factorial == 120;
    assert ten.factorial == 3_628_800;
    assert ten.getName().equals("factorial-10");
  }
}
