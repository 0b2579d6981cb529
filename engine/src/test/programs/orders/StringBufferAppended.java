// verdict: all-pass
// why: The methods of StringBuffer are synchronized (StringBuffer).
class StringBufferAppended {
  static int data;
  static final StringBuffer text = new StringBuffer();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(StringBufferAppended::one), "one");
    var two = new Thread(() -> call(StringBufferAppended::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    text.append('x');
  }

  static void two() throws Exception {
    if (text.length() > 0) {
    int seen = data;
    }
  }

  interface Body {
    void run() throws Exception;
  }

  static void call(Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
