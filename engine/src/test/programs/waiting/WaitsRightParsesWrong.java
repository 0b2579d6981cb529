// verdict: fails failure NumberFormatException
// cause: none
// why: the wait is in order; what comes is no number, whatever the interleaving.

public class WaitsRightParsesWrong {
  private String letter;

  private synchronized int read() throws InterruptedException {
    while (letter == null) {
      wait();
    }
    return Integer.parseInt(letter);
  }

  private synchronized void send(String text) {
    letter = text;
    notifyAll();
  }

  public static void main(String[] args) throws InterruptedException {
    WaitsRightParsesWrong box = new WaitsRightParsesWrong();
    new Thread(() -> box.send("seven"), "Ann").start();
    System.out.println(box.read());
  }
}
