package heddle.engine.run;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what the program prints in one execution, up to a limit. */
final class Output extends OutputStream {
  /** Bytes kept of one execution's output: enough to read, too little to fill the memory. */
  private static final int BYTES_MAX = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Consumer<String> listener;

  void begin(@Nullable Consumer<String> newListener) {
    bytes.reset();
    listener = newListener;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    int room = BYTES_MAX - bytes.size();
    bytes.write(buffer, offset, Math.min(length, room));
    Consumer<String> told = listener;
    if (told != null) {
      told.accept(new String(buffer, offset, length, StandardCharsets.UTF_8));
    }
  }

  String text() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return bytes.size() < BYTES_MAX ? text : text + "\n… (cut after 1 MiB)\n";
  }
}
