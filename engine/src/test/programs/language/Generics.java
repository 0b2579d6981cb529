// verdict: all-pass
// why: a generic cell with bounded types, guarded by its own monitor.

import java.util.function.BinaryOperator;

public class Generics {
  private static class Cell<T extends Comparable<T>> {
    private T value;

    Cell(T value) {
      this.value = value;
    }

    synchronized void merge(T other, BinaryOperator<T> operator) {
      value = operator.apply(value, other);
    }

    synchronized T value() {
      return value;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Cell<String> longest = new Cell<>("");
    BinaryOperator<String> later = (a, b) -> a.compareTo(b) >= 0 ? a : b;
    Thread first = new Thread(() -> longest.merge("warp", later));
    Thread second = new Thread(() -> longest.merge("weft", later));
    first.start();
    second.start();
    first.join();
    second.join();
    assert longest.value().equals("weft");
  }
}
