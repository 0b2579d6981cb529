package heddle.engine.net;

import heddle.engine.schedule.Observer.Passage;
import heddle.hooks.SystemCalls;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
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
  private SocketState state = SocketState.FRESH;
  private Trouble trouble = Trouble.NONE;
  private String refusal = "";
  private @Nullable InetSocketAddress local;
  private @Nullable InetSocketAddress remote;

  /** Whether the port is its own to release: not when it came from a listener. */
  private boolean ownsPort;

  private final Backlog backlog = new Backlog();
  private @Nullable StreamSocket askedAt;
  private @Nullable Attempt attempt;
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
    return state == SocketState.LISTENING;
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
    String other = kernel.text(remote);
    return switch (state) {
      case LISTENING -> "a connection to " + kernel.text(local);
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
    return state != SocketState.LISTENING && option(Options.SOCKET, Options.REUSE_ADDRESS) != 0;
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
    } else if (kernel.listener(at) != null && state != SocketState.LISTENING) {
      throw new java.net.BindException("Address already in use");
    }
    backlog.length(length);
    state = SocketState.LISTENING;
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
    ask(new Attempt(kernel, host, target));
    if (!blocking) {
      return SystemCalls.UNAVAILABLE;
    }
    while (state == SocketState.CONNECTING && !closed) {
      await(OUT, Long.MAX_VALUE);
    }
    checkConnect();
    return closed ? SystemCalls.UNAVAILABLE : 1;
  }

  /** Asks the other host for a connection, if a packet gets there. */
  private void ask(Attempt made) {
    attempt = made;
    made.isUnanswered = !made.isOpen();
    StreamSocket listener = made.isUnanswered ? null : made.listener();
    boolean refused = listener == null || kernel.network.liberties.fault(1) == 1;
    if (made.isUnanswered) {
      state = SocketState.CONNECTING;
    } else if (listener == null || refused) {
      refuse("Connection refused");
    } else if (listener.backlog.hasRoom()) {
      establish(listener);
    } else {
      state = SocketState.CONNECTING;
      askedAt = listener;
      listener.backlog.waiting.add(this);
    }
  }

  private void refuse(String why) {
    state = SocketState.REFUSED;
    refusal = why;
    passed(Passage.REFUSED, local, remote);
  }

  /** Asks once more if nobody has answered, or gives up if it is time. */
  private void askAgain() {
    Attempt made = attempt;
    if (state == SocketState.CONNECTING && made != null && made.isUnanswered) {
      if (made.isOpen()) {
        ask(made);
      } else if (made.isOver()) {
        refuse("Connection timed out");
      }
    }
  }

  /** What keeps packets from their hosts has changed: what is held is sent again. */
  void retransmit() {
    askAgain();
    StreamSocket other = peer;
    if (state == SocketState.CONNECTED
        && other != null
        && kernel.network.isOpen(kernel, other.kernel)) {
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
    for (StreamSocket each : backlog.waiting) {
      each.askedAt = null;
      if (each.attempt != null) {
        each.attempt.isUnanswered = true;
      }
    }
    if (askedAt != null) {
      askedAt.backlog.waiting.remove(this);
    }
  }

  /** The handshake with {@code listener}, whose program need not have accepted yet. */
  private void establish(StreamSocket listener) {
    StreamSocket other = new StreamSocket(listener.kernel, true);
    other.state = SocketState.CONNECTED;
    other.local = remote;
    other.remote = local;
    other.peer = this;
    other.in = out;
    other.out = in;
    peer = other;
    state = SocketState.CONNECTED;
    askedAt = null;
    listener.backlog.established.add(other);
    listener.changed();
    passed(Passage.CONNECTED, local, remote);
  }

  /** Throws what a connection attempt came to, if it came to nothing. */
  void checkConnect() throws IOException {
    askAgain();
    if (state == SocketState.REFUSED) {
      state = SocketState.FRESH;
      throw new ConnectException(refusal);
    }
  }

  boolean pollConnect(long deadline) throws IOException {
    if (state == SocketState.CONNECTING) {
      await(OUT, deadline);
    }
    checkConnect();
    return state == SocketState.CONNECTED;
  }

  /** Returns the number of the next connection's descriptor. */
  int accept(@Nullable InetSocketAddress[] from) {
    while (backlog.established.isEmpty() && !closed) {
      if (!blocking) {
        return SystemCalls.UNAVAILABLE;
      }
      await(IN, Long.MAX_VALUE);
    }
    StreamSocket next = backlog.established.poll();
    if (next == null) {
      return SystemCalls.UNAVAILABLE;
    }
    from[0] = next.remote;
    if (!backlog.waiting.isEmpty()) {
      StreamSocket late = backlog.waiting.removeFirst();
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
    if (kernel.network.faults.resets(kernel, other.kernel, address, length)) {
      other.reset(Trouble.RESET);
      reset(Trouble.RESET);
      kernel.network.messages.passed(Passage.RESET, local, remote, address, length);
      return;
    }
    long now = kernel.network.blocking.now();
    long open = kernel.network.open(kernel, other.kernel);
    long arrives = open > now ? open : kernel.network.liberties.arrival();
    Passage passage = open > now ? Passage.HELD : arrives > now ? Passage.SENT_LATE : Passage.SENT;
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
      passed(Passage.ENDED, local, remote);
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
    for (StreamSocket each : backlog.established) {
      each.close(true);
    }
    for (StreamSocket each : backlog.waiting) {
      each.refuse("Connection refused");
      each.changed();
    }
    if (askedAt != null) {
      askedAt.backlog.waiting.remove(this);
    }
    if (state == SocketState.CONNECTED) {
      close(option(Options.SOCKET, Options.LINGER) == 0);
    }
  }

  /** Ends the connection: by a reset if bytes are left unread (RFC 2525, section 2.17). */
  private void close(boolean reset) {
    StreamSocket other = peer;
    boolean told = other != null && kernel.network.isOpen(kernel, other.kernel);
    boolean aborts = other != null && !other.closed && (reset || !in.isEmpty());
    if (told || !aborts) { // else the reset is lost, and the peer hears nothing
      endOutput();
    }
    closed = true;
    if (other != null && !other.closed) {
      if (aborts && told) {
        boolean broken = !reset && outputEnded;
        other.reset(broken ? Trouble.BROKEN_PIPE : Trouble.RESET);
      } else {
        other.changed();
      }
    }
    passed(aborts ? Passage.ABORTED : Passage.CLOSED, local, remote);
  }

  @Override
  int ready() {
    askAgain();
    long now = kernel.network.blocking.now();
    return switch (state) {
      case FRESH -> OUT | HUP;
      case LISTENING -> backlog.established.isEmpty() ? 0 : IN;
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
    Attempt made = attempt;
    if (state == SocketState.CONNECTING && made != null && made.isUnanswered) {
      return made.nextTime();
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
