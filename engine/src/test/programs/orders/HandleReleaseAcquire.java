// verdict: all-pass
// why: A release happens-before the acquire that reads it (VarHandle.setRelease).
import java.lang.invoke.*;

class HandleReleaseAcquire {
  static int data;
  static int flag;
  static final VarHandle FLAG = handle();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(HandleReleaseAcquire::one), "one");
    var two = new Thread(() -> call(HandleReleaseAcquire::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    FLAG.setRelease(1);
  }

  static void two() throws Exception {
    if ((int) FLAG.getAcquire() == 1) {
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
      return MethodHandles.lookup().findStaticVarHandle(HandleReleaseAcquire.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
