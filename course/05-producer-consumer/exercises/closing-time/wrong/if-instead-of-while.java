// fails: right
// why: Woken by a letter that another one has taken, it says that the box is closed.
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
    if (letters.isEmpty() && !closed) {
      wait();
    }
    return letters.isEmpty() ? (closed ? -1 : -2) : letters.remove();
  }
}
