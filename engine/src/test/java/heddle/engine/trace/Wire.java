package heddle.engine.trace;

import heddle.engine.Verdict;
import heddle.engine.trace.Operation.Transfer;
import java.nio.charset.StandardCharsets;

/** A failing run over a network, written by hand: {@code main}, thread 0, and others. */
final class Wire {
  static final String CLIENT = "localhost:50000";
  static final String SERVER = "localhost:7";

  private final Runs run;

  Wire(String... threads) {
    run = new Runs("Wire.java", threads);
  }

  /** A transfer over the connection from {@link #CLIENT} to {@link #SERVER}, or back. */
  Wire tcp(int thread, Transfer what, boolean back, String text) {
    return transfer(thread, what, 0, back ? SERVER : CLIENT, back ? CLIENT : SERVER, text);
  }

  Wire udp(int thread, Transfer what, int datagram, String text) {
    return transfer(thread, what, datagram, CLIENT, SERVER, text);
  }

  Wire transfer(int thread, Transfer what, int datagram, String from, String to, String text) {
    Payload payload = Payload.of(text.getBytes(StandardCharsets.UTF_8));
    run.event(thread, new Operation.Transfers(what, datagram, from, to, payload), 1);
    return this;
  }

  /** Connected and accepted. */
  Wire connected() {
    return tcp(0, Transfer.CONNECTED, false, "").tcp(1, Transfer.ACCEPTED, false, "");
  }

  Trace trace() {
    return run.trace();
  }

  /** The run ends by a failure of {@code main}. */
  Verdict.Fails fails() {
    run.event(0, new Operation.Throws("java.lang.AssertionError", "wrong"), 9);
    return run.fails(Runs.failure(run, "main", "java.lang.AssertionError", "wrong", 9), 1);
  }
}
