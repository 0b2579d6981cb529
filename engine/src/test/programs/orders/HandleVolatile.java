// verdict: all-pass
// why: setVolatile and getVolatile are as volatile as a field (VarHandle).
import java.lang.invoke.*;

class HandleVolatile {
  static int data;
  static int flag;
  static final VarHandle FLAG = handle();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(HandleVolatile::one), "one");
    var two = new Thread(() -> call(HandleVolatile::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    FLAG.setVolatile(1);
  }

  static void two() throws Exception {
    if ((int) FLAG.getVolatile() == 1) {
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
      return MethodHandles.lookup().findStaticVarHandle(HandleVolatile.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
