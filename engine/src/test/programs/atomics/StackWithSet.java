// verdict: fails failure AssertionError or lost-update
// why: pop writes the top without looking whether it has changed.

import java.util.concurrent.atomic.AtomicReference;

public class StackWithSet {
  private record Node(int item, Node next) {}

  private static final AtomicReference<Node> top = new AtomicReference<>();

  private static void push(int item) {
    Node head = top.get();
    while (!top.compareAndSet(head, new Node(item, head))) {
      head = top.get();
    }
  }

  private static int pop() {
    Node head = top.get();
    top.set(head.next());
    return head.item();
  }

  public static void main(String[] args) throws InterruptedException {
    push(1);
    push(2);
    int[] popped = new int[2];
    Thread ann = new Thread(() -> popped[0] = pop());
    Thread bob = new Thread(() -> popped[1] = pop());
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert popped[0] != popped[1] : "both popped " + popped[0];
  }
}
