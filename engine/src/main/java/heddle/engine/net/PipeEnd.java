package heddle.engine.net;

import heddle.hooks.SystemCalls;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One end of a pipe. */
final class PipeEnd extends Descriptor {
  private final Flow flow;
  private final boolean reads;
  private @Nullable PipeEnd other;

  private PipeEnd(Kernel kernel, Flow flow, boolean reads) {
    super(kernel);
    this.flow = flow;
    this.reads = reads;
  }

  /** Creates a pipe and returns the end to read from. */
  static PipeEnd create(Kernel kernel) {
    Flow flow = new Flow();
    PipeEnd source = new PipeEnd(kernel, flow, true);
    PipeEnd sink = new PipeEnd(kernel, flow, false);
    source.other = sink;
    sink.other = source;
    return source;
  }

  PipeEnd other() {
    PipeEnd end = other;
    if (end == null) {
      throw new IllegalStateException("a pipe has two ends");
    }
    return end;
  }

  @Override
  int read(long address, int length) throws IOException {
    while (reads && !closed) {
      int n = Math.min(flow.readable(Long.MAX_VALUE), length);
      if (n > 0) {
        flow.take(address, n);
        other().changed();
        return n;
      }
      if (other().closed) {
        return SystemCalls.END_OF_FILE;
      }
      if (!blocking) {
        return SystemCalls.UNAVAILABLE;
      }
      await(IN, Long.MAX_VALUE);
    }
    return SystemCalls.UNAVAILABLE;
  }

  @Override
  int write(long address, int length) throws IOException {
    int done = 0;
    while (done < length && !closed) {
      if (other().closed) {
        throw new IOException("Broken pipe");
      }
      int n = Math.min(flow.space(), length - done);
      if (n > 0) {
        flow.add(address + done, n, 0);
        done += n;
        other().changed();
      } else if (!blocking) {
        break;
      } else {
        await(OUT, Long.MAX_VALUE);
      }
    }
    return done == 0 && length > 0 ? SystemCalls.UNAVAILABLE : done;
  }

  /** Puts one byte in, for who waits for the other end. */
  void wakeUp() {
    flow.add((byte) 1, 0);
    other().changed();
  }

  boolean drain() {
    boolean any = !flow.isEmpty();
    flow.clear();
    other().changed();
    return any;
  }

  @Override
  int available() {
    return flow.readable(Long.MAX_VALUE);
  }

  @Override
  int ready() {
    if (reads) {
      return (flow.isEmpty() ? 0 : IN) | (other().closed ? HUP : 0);
    }
    return (flow.space() > 0 ? OUT : 0) | (other().closed ? ERR : 0);
  }

  @Override
  void end() {
    closed = true;
    other().changed();
  }
}
