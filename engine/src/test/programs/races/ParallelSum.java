// verdict: fails race
// why: The parts of a parallel stream are not ordered among themselves (java.util.stream).
import java.util.stream.*;

class ParallelSum {
  static int data;

  public static void main(String[] args) throws Exception {
    IntStream.range(0, 2).parallel().forEach(i -> data += i);
    int seen = data;
  }
}
