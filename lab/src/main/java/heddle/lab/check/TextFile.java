package heddle.lab.check;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that is only in memory, as the compiler reads it. */
final class TextFile extends SimpleJavaFileObject {
  private final SourceFile file;

  TextFile(SourceFile file) {
    super(URI.create("text:///" + file.name().replace("$", "%24")), Kind.SOURCE);
    this.file = file;
  }

  SourceFile file() {
    return file;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return file.text();
  }
}
