package heddle.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Makes Ctrl-C and a polite kill end an exploration instead of the process: the working thread is
 * interrupted, shows what it has learned so far, and its exit code is the command's. The second
 * time, the process ends at once.
 *
 * <p>A shutdown hook would not do: all hooks run at the same time, and one of them ends the child
 * JVM, whose report is what we wait for.
 */
final class Stopping {
  private final Thread worker;
  private boolean asked;

  private Stopping(Thread worker) {
    this.worker = worker;
  }

  /** Watches for signals on behalf of the calling thread. */
  static void onSignals() {
    var stopping = new Stopping(Thread.currentThread());
    // By reflection, because javac warns of sun.misc.Signal in a way that nothing can switch off.
    // It is in jdk.unsupported,
    // where the JDK keeps what has no successor yet. Where it is gone, or the JVM keeps the signals
    // to itself (-Xrs), they
    // simply end the process.
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object stop =
          Proxy.newProxyInstance(
              handler.getClassLoader(), new Class<?>[] {handler}, stopping.handler());
      for (String name : List.of("INT", "TERM")) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), stop);
      }
    } catch (ReflectiveOperationException withoutIt) {
      return;
    }
  }

  /** The JDK calls {@code handle} on a thread of its own; nobody calls anything else. */
  private InvocationHandler handler() {
    return (_, _, _) -> {
      stop();
      return null;
    };
  }

  private synchronized void stop() {
    if (asked) {
      Runtime.getRuntime().halt(ExitCode.STOPPED);
    }
    asked = true;
    worker.interrupt();
  }
}
