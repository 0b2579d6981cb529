// verdict: passes
// why: collect gathers in the order of the source, without shared state.

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class ParallelCollect {
  public static void main(String[] args) {
    List<String> shouted =
        Stream.of("warp", "weft", "reed")
            .parallel()
            .map(String::toUpperCase)
            .collect(Collectors.toList());
    assert shouted.equals(List.of("WARP", "WEFT", "REED"));
  }
}
