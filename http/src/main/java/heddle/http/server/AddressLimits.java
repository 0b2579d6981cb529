package heddle.http.server;

import heddle.http.Limits;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections, in all and per address, and requests per address and second. Thread-safe. */
final class AddressLimits {
  /** Addresses remembered before those that owe nothing are forgotten: 10 MiB at most. */
  private static final int ADDRESSES_MAX = 65_536;

  /** A client may save up this many seconds' requests for a burst. */
  private static final int BURST_SECONDS = 2;

  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Limits limits;
  private final boolean perAddress;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<InetAddress, Account> accounts = new ConcurrentHashMap<>();

  AddressLimits(Limits limits) {
    this.limits = limits;
    this.perAddress =
        limits.connectionsPerAddress() != Limits.NONE
            || limits.requestsPerSecondPerAddress() != Limits.NONE;
  }

  /** Counts a connection, unless that would be one too many. */
  boolean connect(InetAddress address) {
    if (connections.incrementAndGet() > limits.connections()) {
      connections.decrementAndGet();
      return false;
    }
    if (perAddress && !account(address).connect(limits.connectionsPerAddress())) {
      connections.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Takes back a successful {@link #connect}. */
  void disconnect(InetAddress address) {
    connections.decrementAndGet();
    if (perAddress) {
      account(address).disconnect();
    }
  }

  int connections() {
    return connections.get();
  }

  /** Counts a request, unless that would be more than the rate allows. */
  boolean mayRequest(InetAddress address) {
    int rate = limits.requestsPerSecondPerAddress();
    return rate == Limits.NONE || account(address).request(rate, System.nanoTime());
  }

  private Account account(InetAddress address) {
    if (accounts.size() > ADDRESSES_MAX) {
      long now = System.nanoTime();
      accounts.values().removeIf(account -> account.isIdle(now));
    }
    return accounts.computeIfAbsent(address, _ -> new Account());
  }

  /** What one address has taken. Each method is atomic. */
  private static final class Account {
    private int open;
    // When the requests made so far would be paid for at the allowed rate: a leaky bucket kept as
    // one number.
    private long paidNanos = System.nanoTime() - BURST_SECONDS * NANOS_PER_SECOND;

    private synchronized boolean connect(int max) {
      if (open >= max) {
        return false;
      }
      open++;
      return true;
    }

    private synchronized void disconnect() {
      open--;
    }

    private synchronized boolean request(int rate, long now) {
      long earliest = now - BURST_SECONDS * NANOS_PER_SECOND;
      long next = (paidNanos - earliest < 0 ? earliest : paidNanos) + NANOS_PER_SECOND / rate;
      if (next - now > 0) {
        return false;
      }
      paidNanos = next;
      return true;
    }

    private synchronized boolean isIdle(long now) {
      return open == 0 && now - paidNanos > BURST_SECONDS * NANOS_PER_SECOND;
    }
  }
}
