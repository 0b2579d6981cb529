// verdict: all-pass
// interleavings: 1
// input: 19\n23\n
// output: 42
// why: each execution reads the whole input anew.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class AddsInput {
  public static void main(String[] args) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
    int sum = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      sum += Integer.parseInt(line);
    }
    System.out.println(sum);
    assert sum == 42;
  }
}
