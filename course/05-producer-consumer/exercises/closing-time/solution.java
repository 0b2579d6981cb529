import java.util.ArrayDeque;

class Mailbox {
  private final ArrayDeque<Integer> letters = new ArrayDeque<>();
  private boolean closed;

  synchronized void send(int letter) {
    letters.add(letter);
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Returns the next letter; -1 when the box is closed and empty. */
  synchronized int take() throws InterruptedException {
    while (letters.isEmpty() && !closed) {
      wait();
    }
    return letters.isEmpty() ? -1 : letters.remove();
  }
}
