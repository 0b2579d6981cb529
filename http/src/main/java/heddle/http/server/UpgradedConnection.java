package heddle.http.server;

import heddle.http.RawConnection;
import heddle.http.net.Transport;
import heddle.http.wire.ByteInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A transport, and before it what has been read too much of it. */
final class UpgradedConnection implements RawConnection {
  private final Transport transport;
  private final ByteInput input;
  private final BooleanSupplier stopping;

  UpgradedConnection(Transport transport, ByteInput input, BooleanSupplier stopping) {
    this.stopping = stopping;
    this.transport = transport;
    this.input = input;
  }

  @Override
  public void awaitReadable() throws IOException {
    if (input.available() == 0) {
      input.awaitReadable();
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return input.read(into);
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    transport.write(from);
  }

  @Override
  public void shutdownOutput() throws IOException {
    transport.shutdownOutput();
  }

  @Override
  public void close() {
    transport.close();
  }

  @Override
  public void readDeadline(Duration wait) {
    if (stopping.getAsBoolean()) {
      transport.readDeadline().inNanos(0); // whatever the new protocol would like: the server stops
    } else {
      transport.readDeadline().in(wait);
    }
  }

  @Override
  public void writePause(Duration pause) {
    transport.writePause(pause);
  }
}
