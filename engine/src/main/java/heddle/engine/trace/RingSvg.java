package heddle.engine.trace;

import heddle.engine.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws who waits for whom as a ring: threads round, locks square, a dashed arrow wants and a full
 * one is held by.
 */
final class RingSvg {
  /** A larger ring is a knot of arrows; the words below it say the same. */
  private static final int THREADS_MAX = 6;

  private static final int WIDTH = 360;
  private static final int NODE_HEIGHT = 26;
  private static final int NAME_COLUMNS = 14;

  private RingSvg() {}

  private record Node(String name, boolean thread, double x, double y) {
    double halfWidth() {
      return Printable.width(name) * 3.7 + 10;
    }
  }

  /** Adds the ring and the same in words; adds the words alone where there is no ring to draw. */
  static void add(Markup out, Finding.Deadlock deadlock) {
    var waits = deadlock.waits();
    int cycle = Math.min(deadlock.cycle(), waits.size());
    if (cycle >= 2 && cycle <= THREADS_MAX) {
      ring(out, waits.subList(0, cycle));
    }
    out.tag("<p>");
    for (Finding.Wait wait : waits) {
      out.text(wait.thread()).tag(" waits for ").text(wait.waitsFor());
      out.text(wait.owner().isEmpty() ? ". " : ", held by " + wait.owner() + ". ");
    }
    out.tag(cycle > 0 ? "A circle means deadlock.</p>" : "</p>");
  }

  private static void ring(Markup out, List<Finding.Wait> waits) {
    var nodes = nodes(waits);
    int height = height(waits.size());
    out.tag("<svg class=\"ring\" viewBox=\"0 0 %d %d\" role=\"img\" ".formatted(WIDTH, height));
    out.tag("aria-label=\"A ring of threads and the locks they wait for\">");
    out.tag(
        "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" ");
    out.tag("markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8Z\"/></marker></defs>");
    for (int i = 0; i < nodes.size(); i++) {
      edge(out, nodes.get(i), nodes.get((i + 1) % nodes.size()));
    }
    nodes.forEach(node -> node(out, node));
    out.tag("</svg>");
  }

  private static int height(int threads) {
    return 130 + threads * 30;
  }

  /**
   * Thread, the lock it wants, the thread that holds that lock, and so on, clockwise from the left.
   */
  private static List<Node> nodes(List<Finding.Wait> waits) {
    int count = waits.size() * 2;
    double centreY = height(waits.size()) / 2.0;
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var wait = waits.get(i / 2);
      boolean thread = i % 2 == 0;
      double angle = Math.PI + 2 * Math.PI * i / count;
      nodes.add(
          new Node(
              Printable.cut(Printable.line(thread ? wait.thread() : wait.waitsFor()), NAME_COLUMNS),
              thread,
              WIDTH / 2.0 + Math.cos(angle) * 120,
              centreY + Math.sin(angle) * (centreY - NODE_HEIGHT)));
    }
    return nodes;
  }

  private static void edge(Markup out, Node from, Node to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double begin = border(from, dx, dy);
    double end = 1 - border(to, dx, dy);
    out.tag(
        String.format(
            Locale.ROOT,
            "<path class=\"%s\" marker-end=\"url(#head)\" d=\"M%.1f %.1f L%.1f %.1f\"/>",
            from.thread() ? "wants" : "held",
            from.x() + dx * begin,
            from.y() + dy * begin,
            from.x() + dx * end,
            from.y() + dy * end));
    // Beside the middle of the arrow, on the outside of the ring.
    double length = Math.hypot(dx, dy);
    out.tag(
        String.format(
            Locale.ROOT,
            "<text class=\"edge\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            from.x() + dx / 2 + dy / length * 22,
            from.y() + dy / 2 - dx / length * 12 + 4,
            from.thread() ? "wants" : "held by"));
  }

  /**
   * Returns which part of the way from the middle of a node in this direction lies inside its box.
   */
  private static double border(Node node, double dx, double dy) {
    double byWidth = node.halfWidth() / Math.max(Math.abs(dx), 1e-9);
    double byHeight = NODE_HEIGHT / 2.0 / Math.max(Math.abs(dy), 1e-9);
    return Math.min(Math.min(byWidth, byHeight), 0.45);
  }

  private static void node(Markup out, Node node) {
    out.tag(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"%d\"/>",
            node.thread() ? "thread" : "lock",
            node.x() - node.halfWidth(),
            node.y() - NODE_HEIGHT / 2.0,
            node.halfWidth() * 2,
            NODE_HEIGHT,
            node.thread() ? NODE_HEIGHT / 2 : 3));
    out.tag(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">", node.x(), node.y() + 4));
    out.text(node.name()).tag("</text>");
  }
}
