package heddle.engine.detect;

import heddle.engine.schedule.Task;
import heddle.engine.trace.Payload;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Output to a socket that a suspended thread has written to a buffer and not flushed.
 *
 * @param kind the class that the program writes to, such as {@code PrintWriter}
 * @param content what is in the buffer, as {@link Payload#excerpt} shows it
 */
record UnsentOutput(String kind, String content) {
  /** How far to follow from a writer to the one that it writes to. */
  private static final int LAYERS_MAX = 8;

  /** Fields by which the JDK's writers and streams lead to the one beneath them. */
  private static final String[] BENEATH = {"out", "se", "charOut"};

  /** Returns what {@code task} holds back in a writer or stream that a local variable refers to. */
  static Optional<UnsentOutput> of(Task task) {
    IdentityHashMap<Object, Boolean> looked = new IdentityHashMap<>();
    for (Object local : task.locals()) {
      Optional<UnsentOutput> found = in(local, looked);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<UnsentOutput> in(Object top, IdentityHashMap<Object, Boolean> looked) {
    if (!(top instanceof Writer || top instanceof OutputStream)
        || top.getClass().getClassLoader() != null) {
      return Optional.empty(); // a class of the program may mean anything by its fields
    }
    String unsent = "";
    Object layer = top;
    for (int i = 0; i < LAYERS_MAX && layer != null && looked.put(layer, true) == null; i++) {
      unsent = unsent.isEmpty() ? content(layer) : unsent;
      if (!unsent.isEmpty() && layer.getClass().getName().endsWith("SocketOutputStream")) {
        return Optional.of(new UnsentOutput(Names.simpleName(top.getClass()), unsent));
      }
      layer = beneath(layer);
    }
    return Optional.empty();
  }

  private static @Nullable Object beneath(Object layer) {
    for (String field : BENEATH) {
      Object next = Memory.reference(layer, field);
      if (next != null) {
        return next;
      }
    }
    return null;
  }

  private static String content(Object layer) {
    int chars = Memory.number(layer, "nextChar");
    if (layer instanceof BufferedWriter
        && chars > 0
        && Memory.reference(layer, "cb") instanceof char[] buffer) {
      String text = new String(buffer, 0, Math.min(chars, buffer.length));
      return Payload.of(text.getBytes(StandardCharsets.UTF_8)).excerpt();
    }
    int bytes = Memory.number(layer, "count");
    if (layer instanceof BufferedOutputStream
        && bytes > 0
        && Memory.reference(layer, "buf") instanceof byte[] buffer) {
      return Payload.of(Arrays.copyOf(buffer, Math.min(bytes, buffer.length))).excerpt();
    }
    if (Memory.reference(layer, "bb") instanceof ByteBuffer encoded && encoded.position() > 0) {
      byte[] waiting = new byte[encoded.position()];
      encoded.duplicate().get(0, waiting);
      return Payload.of(waiting).excerpt();
    }
    return "";
  }
}
