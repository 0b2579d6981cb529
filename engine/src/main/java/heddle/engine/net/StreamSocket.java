package heddle.engine.net;

import heddle.engine.schedule.Observer.Passage;
import heddle.hooks.SystemCalls;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sun.net.ConnectionResetException;

/**
 * A TCP socket: fresh, listening, or one end of a connection. What happens at the end of a
 * connection follows RFC 9293, and Linux where it leaves a choice.
 *
 * <p>There is no TIME-WAIT: a port is free once its socket is closed. Who binds a port again at
 * once, without {@code SO_REUSEADDR}, after having closed a connection first, could notice.
 */
final class StreamSocket extends Descriptor implements Kernel.Bound {
  /**
   * How long an attempt to connect goes on that nobody answers, in nanoseconds: 127 seconds, as
   * Linux has it with six retries.
   */
  private static final long ATTEMPT_NANOS = 127_000_000_000L;

  private enum State {
    FRESH,
    LISTENING,
    CONNECTING,
    CONNECTED,
    REFUSED
  }

  /** What the next operation is to report of a connection that broke. */
  private enum Trouble {
    NONE,
    RESET,
    BROKEN_PIPE
  }

  private State state = State.FRESH;
  private Trouble trouble = Trouble.NONE;
  private String refusal = "";
  private @Nullable InetSocketAddress local;
  private @Nullable InetSocketAddress remote;

  /** Whether the port is its own to release: not when it came from a listener. */
  private boolean ownsPort;

  private int backlog;
  private final ArrayDeque<StreamSocket> established = new ArrayDeque<>(2);
  private final List<StreamSocket> waiting = new ArrayList<>(0);
  private @Nullable StreamSocket askedAt;

  /** The host that does not answer while it is asked for a connection. */
  private @Nullable Kernel silent;

  /** The virtual time at which an attempt to connect that nobody answers is given up. */
  private long givesUp;

  private @Nullable StreamSocket peer;
  private Flow in = new Flow();
  private Flow out = new Flow();
  private boolean inputEnded;
  private boolean outputEnded;

  /** Whether a reset was seen or sent: nothing more will come or go. */
  private boolean broken;

  StreamSocket(Kernel kernel, boolean reuse) {
    super(kernel);
    option(Options.SOCKET, Options.REUSE_ADDRESS, reuse ? 1 : 0);
  }

  boolean isListening() {
    return state == State.LISTENING;
  }

  @Nullable StreamSocket peer() {
    return peer;
  }

  @Override
  boolean isForClients() {
    return isListening();
  }

  @Override
  String waitsFor(int events) {
    String other = Messages.text(remote);
    return switch (state) {
      case LISTENING -> "a connection to " + Messages.text(local);
      case CONNECTING, REFUSED, FRESH -> other + " to take the connection";
      case CONNECTED ->
          (events & IN) != 0 ? "bytes from " + other : other + " to read, so that there is room";
    };
  }

  @Override
  public @Nullable InetSocketAddress local() {
    return local;
  }

  @Override
  public boolean shares() {
    return state != State.LISTENING && option(Options.SOCKET, Options.REUSE_ADDRESS) != 0;
  }

  @Override
  void bind(InetAddress address, int port) throws IOException {
    local = Kernel.plain(address, kernel.take(this, address, port));
    ownsPort = true;
  }

  void listen(int length) throws IOException {
    InetSocketAddress at = local;
    if (at == null) {
      bind(InetAddress.getByAddress(new byte[4]), 0);
    } else if (kernel.listener(at) != null && state != State.LISTENING) {
      throw new java.net.BindException("Address already in use");
    }
    backlog = Math.max(length, 1);
    state = State.LISTENING;
  }

  @Override
  int connect(InetAddress address, int port) throws IOException {
    InetSocketAddress target = Kernel.plain(address, port);
    Kernel host = kernel.network.route(kernel, address);
    if (host == null) {
      throw new ConnectException("Network is unreachable");
    }
    if (local == null) {
      bind(kernel.source(address, 0).getAddress(), 0);
    } else if (local.getAddress().isAnyLocalAddress()) {
      local = kernel.source(address, local.getPort());
    }
    remote = target;
    givesUp = kernel.network.blocking.now() + ATTEMPT_NANOS;
    ask(host, target);
    if (!blocking) {
      return SystemCalls.UNAVAILABLE;
    }
    while (state == State.CONNECTING && !closed) {
      await(OUT, Long.MAX_VALUE);
    }
    checkConnect();
    return closed ? SystemCalls.UNAVAILABLE : 1;
  }

  /** Asks {@code host} for a connection to {@code target}. */
  private void ask(Kernel host, InetSocketAddress target) {
    if (!kernel.network.isOpen(kernel, host)) {
      state = State.CONNECTING;
      silent = host;
      return;
    }
    silent = null;
    StreamSocket listener = host.listener(target);
    int fault = listener == null ? 0 : kernel.network.liberties.fault(1);
    if (listener == null || fault == 1) {
      refuse("Connection refused");
    } else if (listener.established.size() <= listener.backlog) {
      establish(listener);
    } else {
      state = State.CONNECTING;
      askedAt = listener;
      listener.waiting.add(this);
    }
  }

  private void refuse(String why) {
    state = State.REFUSED;
    refusal = why;
    silent = null;
  }

  /**
   * Asks once more if the host that did not answer can be reached now, or gives up if it is time.
   *
   * <p>TCP would ask again after one, two, four seconds and so on, and not the moment that the host
   * can be reached; who counts these could notice.
   */
  private void askAgain() {
    Kernel host = silent;
    InetSocketAddress target = remote;
    if (host == null || target == null) {
      return;
    }
    if (kernel.network.isOpen(kernel, host)) {
      ask(host, target);
    } else if (kernel.network.blocking.now() >= givesUp) {
      refuse("Connection timed out");
    }
  }

  /** What keeps packets from their hosts has changed: what is held is sent again. */
  void retransmit() {
    askAgain();
    StreamSocket other = peer;
    if (state == State.CONNECTED && other != null && kernel.network.isOpen(kernel, other.kernel)) {
      boolean sent = out.release(kernel.network.blocking.now());
      if (sent && other.closed && !closed) {
        reset(Trouble.RESET); // nobody is there to take the bytes (RFC 9293, 3.10.7.1)
      }
      other.changed();
    }
    changed();
  }

  /** Its host is gone, and nobody was told. */
  void vanish() {
    closed = true;
    List<StreamSocket> asking = List.copyOf(waiting);
    waiting.clear();
    established.clear();
    for (StreamSocket each : asking) {
      each.askedAt = null;
      each.silent = kernel;
    }
    if (askedAt != null) {
      askedAt.waiting.remove(this);
    }
  }

  /** The handshake with {@code listener}, whose program need not have accepted yet. */
  private void establish(StreamSocket listener) {
    StreamSocket other = new StreamSocket(listener.kernel, true);
    other.state = State.CONNECTED;
    other.local = remote;
    other.remote = local;
    other.peer = this;
    other.in = out;
    other.out = in;
    peer = other;
    state = State.CONNECTED;
    askedAt = null;
    listener.established.add(other);
    listener.changed();
    passed(Passage.CONNECTED, local, remote);
  }

  /** Throws what a connection attempt came to, if it came to nothing. */
  void checkConnect() throws IOException {
    askAgain();
    if (state == State.REFUSED) {
      state = State.FRESH;
      throw new ConnectException(refusal);
    }
  }

  boolean pollConnect(long deadline) throws IOException {
    if (state == State.CONNECTING) {
      await(OUT, deadline);
    }
    checkConnect();
    return state == State.CONNECTED;
  }

  /** Returns the number of the next connection's descriptor. */
  int accept(@Nullable InetSocketAddress[] from) {
    while (established.isEmpty() && !closed) {
      if (!blocking) {
        return SystemCalls.UNAVAILABLE;
      }
      await(IN, Long.MAX_VALUE);
    }
    StreamSocket next = established.poll();
    if (next == null) {
      return SystemCalls.UNAVAILABLE;
    }
    from[0] = next.remote;
    if (!waiting.isEmpty()) {
      StreamSocket late = waiting.removeFirst();
      late.establish(this);
      late.changed();
    }
    passed(Passage.ACCEPTED, next.remote, next.local);
    return next.number;
  }

  @Override
  int read(long address, int length) throws IOException {
    while (true) {
      if (closed) {
        return SystemCalls.UNAVAILABLE;
      }
      if (inputEnded) {
        return SystemCalls.END_OF_FILE;
      }
      int readable = Math.min(in.readable(kernel.network.blocking.now()), length);
      if (readable > 0) {
        return take(address, readable);
      }
      if (trouble == Trouble.RESET) {
        trouble = Trouble.NONE;
        throw new ConnectionResetException("Connection reset");
      }
      if (broken || in.isAtEnd(kernel.network.blocking.now())) {
        passed(Passage.END_OF_STREAM, remote, local);
        return SystemCalls.END_OF_FILE;
      }
      if (!blocking) {
        return SystemCalls.UNAVAILABLE;
      }
      await(IN, Long.MAX_VALUE);
    }
  }

  private int take(long address, int readable) {
    int n = kernel.network.liberties.prefix(in, readable);
    in.take(address, n);
    kernel.network.messages.passed(
        n < readable ? Passage.SPLIT : Passage.RECEIVED, remote, local, address, n);
    if (peer != null) {
      peer.changed();
    }
    return n;
  }

  @Override
  int write(long address, int length) throws IOException {
    int done = 0;
    while (done < length) {
      throwIfUnwritable(done);
      if (broken && done > 0) {
        return done;
      }
      int space = Math.min(out.space(), length - done);
      if (space > 0) {
        int n = blocking ? space : kernel.network.liberties.accepted(space);
        send(address + done, n);
        done += n;
        if (!blocking) {
          return done;
        }
      } else if (!blocking) {
        return done == 0 ? SystemCalls.UNAVAILABLE : done;
      } else {
        await(OUT, Long.MAX_VALUE);
        if (closed) {
          return done == 0 ? SystemCalls.UNAVAILABLE : done;
        }
      }
    }
    return done;
  }

  private void send(long address, int length) {
    StreamSocket other = peer;
    if (isPeerGone()) {
      // The host answers by a reset that no one is there to take the bytes (RFC 9293, 3.10.7.1).
      boolean ended = in.hasEnded(kernel.network.blocking.now());
      reset(ended ? Trouble.BROKEN_PIPE : Trouble.RESET);
      kernel.network.messages.passed(Passage.RESET, local, remote, address, length);
      return;
    }
    if (other == null) {
      throw new IllegalStateException("not connected");
    }
    long open = kernel.network.open(kernel, other.kernel);
    if (open > kernel.network.blocking.now()) {
      kernel.network.messages.passed(Passage.HELD, local, remote, address, length);
      out.add(address, length, open);
      other.changed();
      return;
    }
    if (kernel.network.liberties.fault(1) == 1) {
      other.reset(Trouble.RESET);
      reset(Trouble.RESET);
      kernel.network.messages.passed(Passage.RESET, local, remote, address, length);
      return;
    }
    long arrives = kernel.network.liberties.arrival();
    Passage passage = arrives > kernel.network.blocking.now() ? Passage.SENT_LATE : Passage.SENT;
    kernel.network.messages.passed(passage, local, remote, address, length);
    out.add(address, length, arrives);
    other.changed();
  }

  /** Returns whether the other end is closed, and its host there to say so. */
  private boolean isPeerGone() {
    StreamSocket other = peer;
    return other == null || (other.closed && kernel.network.isOpen(kernel, other.kernel));
  }

  private void throwIfUnwritable(int done) throws IOException {
    if (outputEnded) {
      throw new IOException("Broken pipe");
    }
    if (!broken || done > 0) {
      return;
    }
    Trouble found = trouble;
    trouble = Trouble.NONE;
    throw new IOException(found == Trouble.RESET ? "Connection reset by peer" : "Broken pipe");
  }

  private void passed(
      Passage passage, @Nullable InetSocketAddress from, @Nullable InetSocketAddress to) {
    kernel.network.messages.passed(passage, from, to);
  }

  /** Breaks this end of the connection. */
  private void reset(Trouble how) {
    broken = true;
    trouble = how;
    changed();
  }

  int sendUrgent(byte value) throws IOException {
    throwIfUnwritable(0);
    StreamSocket other = peer;
    if (other != null && other.option(Options.SOCKET, Options.OOB_INLINE) != 0) {
      out.add(value, kernel.network.blocking.now());
      other.changed();
    }
    return 1;
  }

  void shutdown(int how) {
    if (how != 1) {
      inputEnded = true;
    }
    if (how != 0 && !outputEnded) {
      outputEnded = true;
      endOutput();
      if (peer != null) {
        peer.changed();
      }
    }
    changed();
  }

  private void endOutput() {
    StreamSocket other = peer;
    out.end(other == null ? 0 : kernel.network.open(kernel, other.kernel));
  }

  @Override
  void end() {
    if (ownsPort) {
      kernel.release(this);
    }
    for (StreamSocket each : established) {
      each.close(true);
    }
    for (StreamSocket each : waiting) {
      each.state = State.REFUSED;
      each.refusal = "Connection refused";
      each.changed();
    }
    if (askedAt != null) {
      askedAt.waiting.remove(this);
    }
    if (state == State.CONNECTED) {
      close(option(Options.SOCKET, Options.LINGER) == 0);
    }
  }

  /** Ends the connection: by a reset if bytes are left unread (RFC 2525, section 2.17). */
  private void close(boolean reset) {
    StreamSocket other = peer;
    boolean resets = reset || !in.isEmpty();
    boolean told = other != null && kernel.network.isOpen(kernel, other.kernel);
    if (told || !resets) { // else the reset is lost, and the peer hears nothing
      endOutput();
    }
    closed = true;
    if (other != null && !other.closed) {
      if (resets && told) {
        boolean broken = !reset && outputEnded;
        other.reset(broken ? Trouble.BROKEN_PIPE : Trouble.RESET);
      } else {
        other.changed();
      }
    }
    passed(Passage.CLOSED, local, remote);
  }

  @Override
  int ready() {
    askAgain();
    long now = kernel.network.blocking.now();
    return switch (state) {
      case FRESH -> OUT | HUP;
      case LISTENING -> established.isEmpty() ? 0 : IN;
      case CONNECTING -> 0;
      case REFUSED -> IN | OUT | ERR | HUP;
      case CONNECTED -> {
        boolean endOfInput = inputEnded || broken || in.isAtEnd(now);
        boolean readable = endOfInput || in.readable(now) > 0;
        boolean writable = broken || outputEnded || out.space() > 0 || isPeerGone();
        yield (readable ? IN : 0)
            | (writable ? OUT : 0)
            | (trouble == Trouble.NONE ? 0 : ERR)
            | (broken || (outputEnded && in.hasEnded(now)) ? HUP : 0);
      }
    };
  }

  @Override
  long readyAt() {
    Kernel host = silent;
    if (host != null) {
      return Math.min(givesUp, kernel.network.open(kernel, host));
    }
    return in.nextArrival(kernel.network.blocking.now());
  }

  @Override
  int available() {
    return in.readable(kernel.network.blocking.now());
  }

  @Override
  InetSocketAddress localAddress() throws IOException {
    return known(local);
  }

  @Override
  InetSocketAddress remoteAddress() throws IOException {
    InetSocketAddress known = remote;
    if (known == null) {
      throw new SocketException("Transport endpoint is not connected");
    }
    return known;
  }

  private static InetSocketAddress known(@Nullable InetSocketAddress address) throws IOException {
    return address == null
        ? new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0)
        : address;
  }
}
