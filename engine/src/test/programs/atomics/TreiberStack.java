// verdict: passes
// why: each push and pop takes effect with one compareAndSet on a fresh node.

import java.util.concurrent.atomic.AtomicReference;

public class TreiberStack<T> {
  private record Node<T>(T item, Node<T> next) {}

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  void push(T item) {
    Node<T> head = top.get();
    while (!top.compareAndSet(head, new Node<>(item, head))) {
      head = top.get();
    }
  }

  T pop() {
    while (true) {
      Node<T> head = top.get();
      if (head == null) {
        return null;
      }
      if (top.compareAndSet(head, head.next())) {
        return head.item();
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    TreiberStack<Integer> stack = new TreiberStack<>();
    Thread one = new Thread(() -> stack.push(1));
    Thread two = new Thread(() -> stack.push(2));
    one.start();
    two.start();
    Integer early = stack.pop();
    one.join();
    two.join();
    int sum = early == null ? 0 : early;
    for (Integer item = stack.pop(); item != null; item = stack.pop()) {
      sum += item;
    }
    assert sum == 3 : sum;
  }
}
