// verdict: fails race
// why: Opaque accesses order nothing (VarHandle.getOpaque).
import java.lang.invoke.*;

class HandleOpaque {
  static int data;
  static int flag;
  static final VarHandle FLAG = handle();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(HandleOpaque::one), "one");
    var two = new Thread(() -> call(HandleOpaque::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    FLAG.setOpaque(1);
  }

  static void two() throws Exception {
    if ((int) FLAG.getOpaque() == 1) {
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

  static VarHandle handle() {
    try {
      return MethodHandles.lookup().findStaticVarHandle(HandleOpaque.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
