// verdict: all-pass
// why: each thread waits in a loop for its turn and wakes everybody.

public class PrintInOrder {
  private final StringBuilder printed = new StringBuilder();
  private int turn = 1;

  private synchronized void print(int number) {
    while (turn != number) {
      try {
        wait();
      } catch (InterruptedException e) {
        return;
      }
    }
    printed.append(number);
    turn++;
    notifyAll();
  }

  public static void main(String[] args) throws InterruptedException {
    PrintInOrder printer = new PrintInOrder();
    Thread[] threads = new Thread[3];
    for (int i = 0; i < 3; i++) {
      int number = 3 - i;
      threads[i] = new Thread(() -> printer.print(number));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert printer.printed.toString().equals("123");
  }
}
