package heddle.engine.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Connections to a listening socket that its program has not accepted yet. */
final class Backlog {
  /** The ends of those that are established, on the side that listens. */
  final ArrayDeque<StreamSocket> established = new ArrayDeque<>(2);

  /** Sockets that wait for room. */
  final List<StreamSocket> waiting = new ArrayList<>(0);

  private int length;

  /** Sets how many may be established; one more than that are, as on Linux. */
  void length(int connections) {
    length = Math.max(connections, 1);
  }

  boolean hasRoom() {
    return established.size() <= length;
  }
}
