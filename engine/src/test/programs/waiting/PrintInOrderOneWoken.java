// verdict: fails deadlock
// cause: none
// why: notify can wake the third thread, which goes back to wait while the second sleeps on.

public class PrintInOrderOneWoken {
  private int turn = 1;

  private synchronized void print(int number) {
    while (turn != number) {
      try {
        wait();
      } catch (InterruptedException e) {
        return;
      }
    }
    System.out.println(number);
    turn++;
    notify();
  }

  public static void main(String[] args) {
    PrintInOrderOneWoken printer = new PrintInOrderOneWoken();
    for (int i = 3; i >= 1; i--) {
      int number = i;
      new Thread(() -> printer.print(number), "printer-" + number).start();
    }
  }
}
