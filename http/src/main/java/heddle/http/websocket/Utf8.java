package heddle.http.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks text. */
final class Utf8 {
  private Utf8() {}

  /** Returns whether {@code bytes} from {@code from} on are UTF-8. */
  static boolean isValid(byte[] bytes, int from) {
    try {
      var _ =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
