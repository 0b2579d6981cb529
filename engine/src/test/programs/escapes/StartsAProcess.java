// verdict: not-controllable
// why: another process runs at its own pace.

import java.io.IOException;

public class StartsAProcess {
  public static void main(String[] args) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "0").start();
    System.out.println("exit " + process.waitFor());
  }
}
