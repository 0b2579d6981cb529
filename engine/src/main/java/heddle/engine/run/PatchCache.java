package heddle.engine.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the patched classes of the JDK in a file, because making them takes a quarter of a second. The file's name tells the
 * JDK and the engine they were made by, so a file that is there fits; one that can not be read or written is done without.
 */
final class PatchCache {
  private static final int MAGIC = 0x4845_4444;

  private PatchCache() {}

  static @Nullable Map<String, byte[]> load(Path file) {
    if (!Files.isReadable(file)) {
      return null;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        return null;
      }
      int size = in.readInt();
      Map<String, byte[]> patched = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        String name = in.readUTF();
        patched.put(name, in.readNBytes(in.readInt()));
      }
      return in.readInt() == MAGIC ? patched : null;
    } catch (IOException e) {
      return null; // as good as absent: it is made anew
    }
  }

  static void store(Path file, Map<String, byte[]> patched) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        return;
      }
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, "patches", ".tmp");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)))) {
        out.writeInt(MAGIC);
        out.writeInt(patched.size());
        for (Map.Entry<String, byte[]> entry : patched.entrySet()) {
          out.writeUTF(entry.getKey());
          out.writeInt(entry.getValue().length);
          out.write(entry.getValue());
        }
        out.writeInt(MAGIC);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // A folder that can not be written to costs time at each start, nothing else.
      System.getLogger("heddle").log(System.Logger.Level.DEBUG, "patches not kept", e);
    }
  }
}
