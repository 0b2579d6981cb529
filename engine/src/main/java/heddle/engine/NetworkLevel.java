package heddle.engine;

/** What the network of a program under check may do. */
public enum NetworkLevel {
  /** A perfect network: what was written can be read at once, and all of it. */
  NONE,
  /**
   * What TCP may do on a good day: a read returns fewer bytes than wait, a write takes fewer than
   * it was given where it may not wait, and bytes arrive late. Datagrams arrive.
   */
  TCP,
  /** Connections may be reset as well, attempts to connect may fail, and datagrams get lost. */
  FAULTS,
  /** The machine's own network, which is not controllable. */
  REAL
}
