package heddle.lab.check;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One check that somebody asked for. Thread-safe. */
public final class Job {
  private final String user;
  private final List<SourceFile> files;
  private final Question question;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  @GuardedBy("this") private @Nullable Thread explorer;

  @GuardedBy("this") private boolean stopped;

  Job(String user, List<SourceFile> files, Question question) {
    this.user = user;
    this.files = List.copyOf(files);
    this.question = question;
  }

  String user() {
    return user;
  }

  List<SourceFile> files() {
    return files;
  }

  Question question() {
    return question;
  }

  void tell(Told news) {
    told.add(news);
  }

  /** Waits for what there is to tell; null when the time is over before. */
  public @Nullable Told next(long wait, TimeUnit unit) throws InterruptedException {
    return told.poll(wait, unit);
  }

  /** Ends the exploration early; what it has learned is still reported. */
  public synchronized void stop() {
    stopped = true;
    if (explorer != null) {
      explorer.interrupt();
    }
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /** From here on {@link #stop} interrupts the calling thread. */
  synchronized void begin() {
    explorer = Thread.currentThread();
    if (stopped) {
      explorer.interrupt();
    }
  }

  /** The calling thread is no longer to be interrupted, and forgets it if it was. */
  synchronized void end() {
    explorer = null;
    Thread.interrupted();
  }
}
