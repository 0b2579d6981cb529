// verdict: fails failure NullPointerException
// input: one line only\n
// why: readLine gives null at the end of the input.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class InputEnds {
  public static void main(String[] args) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
    System.out.println(reader.readLine().trim());
    System.out.println(reader.readLine().trim());
  }
}
