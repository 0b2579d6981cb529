// fails: deadlock-free
// why: Two wait, one is woken at closing time.
import java.util.ArrayDeque;

class Mailbox {
  private final ArrayDeque<Integer> letters = new ArrayDeque<>();
  private boolean closed;

  synchronized void send(int letter) {
    letters.add(letter);
    notify();
  }

  synchronized void close() {
    closed = true;
    notify();
  }

  /** Returns the next letter; -1 when the box is closed and empty. */
  synchronized int take() throws InterruptedException {
    while (letters.isEmpty() && !closed) {
      wait();
    }
    return letters.isEmpty() ? -1 : letters.remove();
  }
}
