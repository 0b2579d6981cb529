// verdict: fails failure AssertionError or fails race plain
// why: the top is A again when Ann compares, but A's next is gone meanwhile.

import java.util.concurrent.atomic.AtomicReference;

public class AbaProblem {
  private static class Node {
    final String name;
    Node next;

    Node(String name, Node next) {
      this.name = name;
      this.next = next;
    }
  }

  private static final AtomicReference<Node> top = new AtomicReference<>();

  private static Node pop() {
    Node head;
    do {
      head = top.get();
    } while (!top.compareAndSet(head, head.next));
    return head;
  }

  private static void push(Node node) {
    do {
      node.next = top.get();
    } while (!top.compareAndSet(node.next, node));
  }

  public static void main(String[] args) throws InterruptedException {
    Node c = new Node("C", null);
    Node b = new Node("B", c);
    top.set(new Node("A", b));
    Node[] bobHas = new Node[1];
    Thread ann = new Thread(AbaProblem::pop, "Ann");
    Thread bob =
        new Thread(
            () -> {
              Node first = pop();
              bobHas[0] = pop();
              push(first);
            },
            "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert top.get() != bobHas[0] : bobHas[0].name + " is Bob's and on the stack";
  }
}
