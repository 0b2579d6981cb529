package heddle.engine.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the parent asks of a child JVM: requests, one after the other, and now and then to stop the
 * one under way. A thread of its own reads them.
 */
final class Requests {
  /** The byte before a request. */
  private static final int REQUEST = 1;

  /** The byte that says: stop, and report. */
  private static final int STOP = 0;

  private static final Object END = new Object();

  private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>();
  private final DataInputStream in;
  private final RecordCodec codec = new RecordCodec();
  private volatile boolean stopped;

  private Requests(DataInputStream in) {
    this.in = in;
  }

  /** Starts to read {@code in}. */
  static Requests from(DataInputStream in) {
    Requests requests = new Requests(in);
    Thread reader = new Thread(requests::read, "heddle-listener");
    reader.setDaemon(true);
    reader.start();
    return requests;
  }

  /** Writes a request, as the parent does; {@code codec} is the one of all requests to this JVM. */
  static void ask(DataOutputStream out, RecordCodec codec, Object request) throws IOException {
    out.writeByte(REQUEST);
    codec.write(out, request);
    out.flush();
  }

  /** Asks the child to stop what it does, as the parent does. */
  static void stop(DataOutputStream out) throws IOException {
    out.writeByte(STOP);
    out.flush();
  }

  private void read() {
    try {
      while (true) {
        if (in.readByte() == REQUEST) {
          Object request = codec.read(in);
          // Whoever stops a request has asked for it before, and not asked for another one yet.
          stopped = false;
          waiting.add(request);
        } else {
          stopped = true;
        }
      }
    } catch (IOException e) {
      // The parent is gone: as good a reason to stop as its word.
      stopped = true;
      waiting.add(END);
    }
  }

  /** Returns whether a request comes within {@code time}; it is not taken. */
  boolean isAskedWithin(Duration time) throws InterruptedException {
    Object request = waiting.poll(time.toNanos(), TimeUnit.NANOSECONDS);
    if (request != null) {
      waiting.add(request); // there is only one at a time
    }
    return request != null;
  }

  /** Waits for the next request; null when there are no more. */
  @SuppressWarnings("ReferenceEquality") // a mark
  @Nullable Object take() throws InterruptedException {
    Object request = waiting.take();
    return request == END ? null : request;
  }

  /** Returns whether the request under way is to be stopped. */
  boolean stopped() {
    return stopped;
  }
}
