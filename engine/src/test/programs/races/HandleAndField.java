// verdict: fails race
// why: A volatile write by a handle and a plain read of the field are not ordered (VarHandle).
import java.lang.invoke.*;

class HandleAndField {
  static int data;
  static int flag;
  static final VarHandle FLAG = handle();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(HandleAndField::one), "one");
    var two = new Thread(() -> call(HandleAndField::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    FLAG.setVolatile(1);
  }

  static void two() throws Exception {
    int seen = flag;
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
      return MethodHandles.lookup().findStaticVarHandle(HandleAndField.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
