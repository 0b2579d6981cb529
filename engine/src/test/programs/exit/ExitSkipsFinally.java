// verdict: all-pass
// why: System.exit does not return, so neither finally nor what follows runs.

public class ExitSkipsFinally {
  public static void main(String[] args) {
    try {
      System.exit(0);
    } catch (Throwable t) {
      throw new IllegalStateException("caught", t);
    } finally {
      Runtime.getRuntime().halt(7);
    }
    throw new IllegalStateException("went on");
  }
}
