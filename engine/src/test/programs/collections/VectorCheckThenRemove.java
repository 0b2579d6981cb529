// verdict: fails failure ArrayIndexOutOfBoundsException
// cause: check-then-act
// why: between isEmpty and remove another thread can take the last element.

import java.util.Vector;

public class VectorCheckThenRemove {
  private static final Vector<String> bag = new Vector<>();

  private static void takeOne() {
    if (!bag.isEmpty()) {
      bag.remove(0);
    }
  }

  public static void main(String[] args) {
    bag.add("last sweet");
    new Thread(VectorCheckThenRemove::takeOne, "Ann").start();
    new Thread(VectorCheckThenRemove::takeOne, "Bob").start();
  }
}
