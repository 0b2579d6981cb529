package heddle.simulation;

import heddle.hooks.HostCalls;

/**
 * What lies between two hosts, in both directions.
 *
 * <p>May be used by any thread of the program; each method is one step that others can see.
 */
public final class Link {
  private final HostCalls calls;
  private final Host one;
  private final Host other;

  Link(HostCalls calls, Host one, Host other) {
    this.calls = calls;
    this.one = one;
    this.other = other;
  }

  /**
   * From now on nothing gets through. Bytes of TCP are held, and arrive once it is repaired,
   * because TCP sends them again; attempts to connect wait for that, for 127 seconds at most;
   * datagrams are lost. Connections stay established: neither end can tell a partition from a slow
   * peer.
   *
   * <p>TCP would give up bytes that were held for a quarter of an hour; who waits that long could
   * notice.
   */
  public void partition() {
    calls.partition(one.number, other.number, true);
  }

  /** From now on everything gets through, and what was held arrives. */
  public void repair() {
    calls.partition(one.number, other.number, false);
  }

  @Override
  public String toString() {
    return one + " to " + other;
  }
}
