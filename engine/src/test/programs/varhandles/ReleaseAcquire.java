// verdict: passes
// why: the acquire read that sees the release write sees what came before it.

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public class ReleaseAcquire {
  private static final VarHandle READY;

  static {
    try {
      READY =
          MethodHandles.lookup().findStaticVarHandle(ReleaseAcquire.class, "ready", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static boolean ready;
  private static String message;

  public static void main(String[] args) throws InterruptedException {
    Thread sender =
        new Thread(() -> {
          message = "hello";
          VarHandle.releaseFence();
          READY.setRelease(true);
        });
    sender.start();
    while (!(boolean) READY.getAcquire()) {
      Thread.onSpinWait();
    }
    assert message.equals("hello");
    sender.join();
  }
}
