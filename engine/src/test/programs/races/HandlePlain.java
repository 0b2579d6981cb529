// verdict: fails race
// why: get and set of a handle to a plain field are plain accesses (VarHandle.get).
import java.lang.invoke.*;

class HandlePlain {
  static int data;
  static int flag;
  static final VarHandle FLAG = handle();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(HandlePlain::one), "one");
    var two = new Thread(() -> call(HandlePlain::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    FLAG.set(1);
  }

  static void two() throws Exception {
    int seen = (int) FLAG.get();
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

  static VarHandle handle() {
    try {
      return MethodHandles.lookup().findStaticVarHandle(HandlePlain.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
