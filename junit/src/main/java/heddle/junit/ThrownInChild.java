package heddle.junit;

import heddle.engine.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for an exception of the child JVM that could not be brought over: it prints the same. */
@SuppressWarnings("OverrideThrowableToString") // it names the class that it stands for
final class ThrownInChild extends Throwable {
  private static final long serialVersionUID = 1;
  private static final Pattern FRAME = Pattern.compile("(.*)\\.([^.(]+)\\(([^:)]*)(?::(\\d+))?\\)");

  private final String type;

  ThrownInChild(Finding.Failure failure) {
    super(failure.message(), null, false, true);
    this.type = failure.type();
    List<StackTraceElement> frames = new ArrayList<>();
    for (String text : failure.stack()) {
      Matcher frame = FRAME.matcher(text);
      if (frame.matches()) {
        int line = frame.group(4) == null ? -1 : Integer.parseInt(frame.group(4));
        frames.add(new StackTraceElement(frame.group(1), frame.group(2), frame.group(3), line));
      }
    }
    setStackTrace(frames.toArray(StackTraceElement[]::new));
  }

  @Override
  public String toString() {
    String message = getMessage();
    return message == null || message.isEmpty() ? type : type + ": " + message;
  }
}
