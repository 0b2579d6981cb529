// verdict: all-pass
// why: a thread may enter a monitor again that it holds, and leaves it with the outermost block.

public class Reentrant {
  private int depth;
  private int calls;

  private synchronized void descend(int levels) {
    depth++;
    calls++;
    assert depth <= 3 : "two threads inside";
    if (levels > 1) {
      descend(levels - 1);
    }
    depth--;
  }

  public static void main(String[] args) throws InterruptedException {
    Reentrant cave = new Reentrant();
    Thread first = new Thread(() -> cave.descend(3));
    Thread second = new Thread(() -> cave.descend(3));
    first.start();
    second.start();
    first.join();
    second.join();
    assert cave.depth == 0 && cave.calls == 6;
  }
}
