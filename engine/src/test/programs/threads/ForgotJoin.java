// verdict: fails failure AssertionError
// cause: none
// why: main looks at the result without waiting for the worker.

class ForgotJoin {
  static int result;

  public static void main(String[] args) {
    Thread worker = new Thread(() -> result = 6 * 7);
    worker.start();
    assert result == 42 : "result is " + result;
  }
}
