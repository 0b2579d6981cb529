// verdict: fails failure AssertionError
// why: a compare-and-set can not tell a node that was popped and pushed again, so one node is taken twice.

import java.util.concurrent.atomic.AtomicReference;

public class P11 {
  private static final class Node {
    private Node next;
    private volatile int owners;

    Node(Node next) {
      this.next = next;
    }
  }

  private static final AtomicReference<Node> top = new AtomicReference<>();

  private static Node pop() {
    while (true) {
      Node first = top.get();
      if (first == null) {
        return null;
      }
      Node second = first.next;
      if (top.compareAndSet(first, second)) {
        return first;
      }
    }
  }

  private static void push(Node node) {
    do {
      node.next = top.get();
    } while (!top.compareAndSet(node.next, node));
  }

  private static void own(Node node) {
    if (node != null) {
      int owners = ++node.owners;
      assert owners == 1 : "a node has " + owners + " owners";
    }
  }

  public static void main(String[] args) throws InterruptedException {
    top.set(new Node(new Node(null)));
    Thread ann = new Thread(() -> own(pop()));
    Thread bob =
        new Thread(
            () -> {
              Node first = pop();
              own(pop());
              if (first != null) {
                push(first);
              }
            });
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    own(pop());
  }
}
