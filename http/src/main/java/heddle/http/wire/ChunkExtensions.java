package heddle.http.wire;

import heddle.http.Tokens;

/** The grammar of chunk extensions (RFC 9112 section 7.1.1), which are checked and ignored. */
final class ChunkExtensions {
  private final byte[] line;
  private int position;

  private ChunkExtensions(byte[] line, int position) {
    this.line = line;
    this.position = position;
  }

  /** Returns whether {@code line} from {@code from} on is a possibly empty list of extensions. */
  static boolean isWellFormed(byte[] line, int from) {
    return from == line.length || new ChunkExtensions(line, from).all();
  }

  private boolean all() {
    while (position < line.length) {
      if (!one()) {
        return false;
      }
    }
    return true;
  }

  /** {@code BWS ";" BWS name [ BWS "=" BWS (token / quoted-string) ]}. */
  private boolean one() {
    skipBlanks();
    if (!take(';')) {
      return false;
    }
    skipBlanks();
    if (!token()) {
      return false;
    }
    int afterName = position;
    skipBlanks();
    if (!take('=')) {
      position = afterName;
      return true;
    }
    skipBlanks();
    return take('"') ? restOfQuoted() : token();
  }

  private boolean token() {
    int from = position;
    while (position < line.length && Tokens.isTokenCharacter(line[position])) {
      position++;
    }
    return position > from;
  }

  private boolean restOfQuoted() {
    while (position < line.length) {
      int c = line[position++] & 0xff;
      if (c == '"') {
        return true;
      }
      if (c == '\\' && position < line.length) {
        c = line[position++] & 0xff;
      }
      if (!Tokens.isValueCharacter(c)) {
        return false;
      }
    }
    return false;
  }

  private boolean take(char wanted) {
    boolean there = position < line.length && line[position] == wanted;
    if (there) {
      position++;
    }
    return there;
  }

  private void skipBlanks() {
    while (position < line.length && (line[position] == ' ' || line[position] == '\t')) {
      position++;
    }
  }
}
