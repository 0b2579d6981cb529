// verdict: all-pass
// why: The parts of a parallel stream happen-before its result (java.util.stream).
import java.util.stream.*;

class ParallelSlots {
  static int data;

  public static void main(String[] args) throws Exception {
    int[] slots = new int[2];
    IntStream.range(0, 2).parallel().forEach(i -> slots[i] = i);
    int seen = slots[0] + slots[1];
  }
}
