// verdict: all-pass
// why: right in every order; bench/run reduction counts these.

import java.util.concurrent.atomic.AtomicReference;

/** Treiber's stack: two threads push one item each and take one each. */
class TreiberStack {
  record Node(int value, Node next) {}

  static final AtomicReference<Node> top = new AtomicReference<>();

  static void push(int value) {
    Node old;
    do {
      old = top.get();
    } while (!top.compareAndSet(old, new Node(value, old)));
  }

  static int pop() {
    Node old;
    do {
      old = top.get();
    } while (!top.compareAndSet(old, old.next()));
    return old.value();
  }

  static final int[] taken = new int[2];

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[2];
    for (int i = 0; i < 2; i++) {
      int number = i;
      threads[i] =
          new Thread(
              () -> {
                push(number + 1);
                taken[number] = pop();
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert taken[0] + taken[1] == 3;
  }
}
