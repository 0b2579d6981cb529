package heddle.junit;

import java.util.List;
import org.junit.platform.engine.UniqueId;

/** JUnit's identifiers of tests. */
final class TestIds {
  private TestIds() {}

  /** Returns the identifier below the Jupiter engine, which may itself stand below a suite. */
  static String inJupiter(String id) {
    List<UniqueId.Segment> segments = UniqueId.parse(id).getSegments();
    UniqueId inner = null;
    for (UniqueId.Segment segment : segments) {
      if (segment.getType().equals("engine") && segment.getValue().equals("junit-jupiter")) {
        inner = UniqueId.forEngine("junit-jupiter");
      } else if (inner != null) {
        inner = inner.append(segment);
      }
    }
    if (inner == null) {
      throw new IllegalArgumentException("id: expected one of JUnit Jupiter, got " + id);
    }
    return inner.toString();
  }
}
