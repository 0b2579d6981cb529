// verdict: all-pass
// interleavings: 1
// why: one thread that initialises both classes sees a default value, and no deadlock.

public class CycleInOneThread {
  static class Left {
    static final int VALUE = Right.VALUE + 1;
  }

  static class Right {
    static final int VALUE = Left.VALUE + 10;
  }

  public static void main(String[] args) {
    assert Left.VALUE == 11;
    assert Right.VALUE == 10;
  }
}
