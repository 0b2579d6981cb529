// verdict: fails lost-update or failure AssertionError
// why: two adds on an unsynchronized ArrayList can write the same slot or lose a size.

import java.util.ArrayList;
import java.util.List;

public class PlainArrayList {
  public static void main(String[] args) throws InterruptedException {
    List<Integer> numbers = new ArrayList<>(10);
    Thread first = new Thread(() -> numbers.add(1));
    Thread second = new Thread(() -> numbers.add(2));
    first.start();
    second.start();
    first.join();
    second.join();
    assert numbers.size() == 2 : numbers;
  }
}
