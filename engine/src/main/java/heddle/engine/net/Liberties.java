package heddle.engine.net;

import heddle.engine.NetworkLevel;
import heddle.engine.schedule.Blocking;

/**
 * What the network may do that a program does not expect. Each liberty is a choice of the
 * scheduler; the first alternative is always the one in which nothing happens. How many are taken
 * in one execution is bounded, so that a search of all of them ends: who needs more surprises than
 * that to fail could notice.
 */
final class Liberties {
  /** Reads in one execution that return fewer bytes than wait. */
  private static final int CUTS_MAX = 2;

  /** Segments in one execution that arrive late. */
  private static final int DELAYS_MAX = 1;

  /**
   * Faults in one execution: resets, failed connects, lost, doubled or overtaken datagrams,
   * partitions, crashes.
   */
  private static final int FAULTS_MAX = 2;

  /** Crashes of hosts in one execution. */
  private static final int CRASHES_MAX = 1;

  /** Partitions in one execution. */
  private static final int PARTITIONS_MAX = 1;

  /**
   * How long a partition lasts, in nanoseconds: a minute, longer than any usual time-out, and
   * shorter than TCP tries.
   */
  static final long PARTITION_NANOS = 60_000_000_000L;

  /** What may become of bytes that are sent to another host. */
  enum Fault {
    /** They arrive. */
    NONE,
    /** The connection is reset. */
    RESET,
    /** The two hosts can not reach each other for a while. */
    PARTITION,
    /** The host that they are sent to loses its power. */
    CRASH
  }

  /** How late a late segment is: longer than any computation, shorter than any time-out. */
  private static final long DELAY_NANOS = 1_000_000;

  /** Places at which the waiting bytes may be cut; more are left out. */
  private static final int PLACES_MAX = 6;

  private final Blocking blocking;
  private NetworkLevel level = NetworkLevel.NONE;
  private final int[] places = new int[PLACES_MAX];
  private int count;
  private int cuts;
  private int delays;
  private int faults;
  private int crashes;
  private int partitions;

  Liberties(Blocking blocking) {
    this.blocking = blocking;
  }

  void begin(NetworkLevel allowed) {
    level = allowed;
    cuts = CUTS_MAX;
    delays = DELAYS_MAX;
    faults = FAULTS_MAX;
    crashes = CRASHES_MAX;
    partitions = PARTITIONS_MAX;
  }

  private boolean tcp() {
    return level == NetworkLevel.TCP || level == NetworkLevel.FAULTS;
  }

  /**
   * Returns how many of the first {@code length} bytes that wait in {@code flow} a read gets.
   *
   * <p>TCP keeps no boundaries (RFC 9293, section 3.7), so any number is right. Those tried are the
   * places where programs differ: after the first byte, before the last, before and after the ends
   * of lines and of writes, inside a character, and in the middle.
   */
  int prefix(Flow flow, int length) {
    if (!tcp() || cuts == 0 || length < 2) {
      return length;
    }
    count = 0;
    place(length - 1, length);
    place(1, length);
    place(flow.firstSegment(), length);
    for (int i = 0; i < length && count < PLACES_MAX - 1; i++) {
      int value = flow.peek(i);
      if (value == '\n') {
        place(i, length);
        place(i + 1, length);
      } else if ((value & 0xC0) == 0x80) {
        place(i, length);
      }
    }
    place(length / 2, length);
    int pick = blocking.pick(count + 1);
    if (pick == 0) {
      return length;
    }
    cuts--;
    return places[pick - 1];
  }

  private void place(int at, int length) {
    if (at <= 0 || at >= length || count == PLACES_MAX) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (places[i] == at) {
        return;
      }
    }
    places[count++] = at;
  }

  /** Returns how many of {@code length} bytes a write that may not wait takes. */
  int accepted(int length) {
    if (!tcp() || cuts == 0 || length < 2) {
      return length;
    }
    if (blocking.pick(2) == 0) {
      return length;
    }
    cuts--;
    return length / 2;
  }

  /** Returns the virtual time at which bytes arrive that are sent now. */
  long arrival() {
    long now = blocking.now();
    if (!tcp() || delays == 0 || blocking.pick(2) == 0) {
      return now;
    }
    delays--;
    return now + DELAY_NANOS;
  }

  /**
   * Returns what becomes of bytes that are sent; {@code remote} tells whether to another host, and
   * {@code mayCrash} whether that may crash.
   */
  Fault fault(boolean remote, boolean mayCrash) {
    boolean cut = remote && partitions > 0;
    boolean crash = remote && mayCrash && crashes > 0;
    int pick = fault(1 + (cut ? 1 : 0) + (crash ? 1 : 0));
    if (pick <= 1) {
      return pick == 0 ? Fault.NONE : Fault.RESET;
    }
    if (cut && pick == 2) {
      partitions--;
      return Fault.PARTITION;
    }
    crashes--;
    return Fault.CRASH;
  }

  /** Returns which of {@code kinds} faults happens, from 1; 0 for none. */
  int fault(int kinds) {
    if (level != NetworkLevel.FAULTS || faults == 0) {
      return 0;
    }
    int pick = blocking.pick(kinds + 1);
    faults -= pick == 0 ? 0 : 1;
    return pick;
  }
}
