// verdict: fails failure NullPointerException
// cause: check-then-act
// why: between isEmpty and poll the other thread can take the last element.

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public class EmptyThenPoll {
  private static final Queue<String> names = new ConcurrentLinkedQueue<>();

  private static void greetNext() {
    if (!names.isEmpty()) {
      System.out.println("hello " + names.poll().toUpperCase());
    }
  }

  public static void main(String[] args) {
    names.add("ann");
    new Thread(EmptyThenPoll::greetNext).start();
    new Thread(EmptyThenPoll::greetNext).start();
  }
}
