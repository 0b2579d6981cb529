package heddle.engine.run;

import heddle.engine.Check;
import heddle.engine.Program;
import heddle.engine.Progress;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.Steered;
import heddle.engine.trace.Trace;
import heddle.engine.weave.JdkPatches;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The child JVM that runs programs, seen from the JVM that asks for it. */
public final class ChildJvm implements AutoCloseable {
  /** Heap of the child: programs under check are small, and many executions pass through it. */
  private static final String HEAP = "1g";

  /** How long a child that was told to stop may take to report, in seconds. */
  private static final long STOP_SECONDS = 15;

  /** A child is replaced after so many answers, lest what none of them shows adds up. */
  private static final int USES_MAX = 50;

  private static final int ERRORS_MAX = 1 << 14;

  private final Process process;
  private final RecordCodec codec = new RecordCodec();
  private final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
  private final DataOutputStream out;
  private final DataInputStream in;
  private final Path jar;
  private int uses;

  @SuppressWarnings("JdkObsolete") // two threads use it
  private final StringBuffer errors = new StringBuffer();

  private ChildJvm(Process process, Path jar) {
    this.process = process;
    this.jar = jar;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    inBackground(() -> collect(process.getErrorStream()));
    inBackground(this::receive);
  }

  /**
   * Runs {@code reader} on a platform thread: a read from a process's pipe holds a virtual thread's
   * carrier, and two children that wait would hold both of a small machine.
   */
  private static void inBackground(Runnable reader) {
    Thread.ofPlatform().daemon().name("heddle-runner-reader").start(reader);
  }

  private void collect(InputStream stream) {
    byte[] buffer = new byte[1 << 12];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        if (errors.length() < ERRORS_MAX) {
          errors.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The child has ended.
    }
  }

  /**
   * Starts a child JVM, which gets ready while the caller does other things.
   *
   * @throws IOException when it can not be started
   */
  public static ChildJvm start() throws IOException {
    return start(System.getProperty("heddle.heap", HEAP), List.of(patches().toString()));
  }

  /**
   * Starts a child JVM that gets warm while it waits for its request.
   *
   * @param heap the most that its heap may take, such as {@code 256m}
   * @throws IOException when it can not be started
   */
  public static ChildJvm startWarm(String heap) throws IOException {
    return start(heap, List.of(patches().toString(), Runner.WARM));
  }

  private static ChildJvm start(String heap, List<String> arguments) throws IOException {
    Path jar = ChildCommand.agentJar(Runner.class);
    List<String> command = ChildCommand.of(jar, heap, arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return new ChildJvm(builder.start(), jar);
  }

  /** Returns the file that keeps the patched classes for this JDK and this engine. */
  private static Path patches() throws IOException {
    Path engine = CodeSource.of(Check.class);
    // A folder keeps its time when a class in it changes.
    Path made =
        Files.isDirectory(engine)
            ? engine.resolve(JdkPatches.class.getName().replace('.', '/') + ".class")
            : engine;
    long changed = Files.getLastModifiedTime(made).toMillis();
    String key =
        Integer.toHexString((System.getProperty("java.vm.version") + engine + changed).hashCode());
    return cacheFolder().resolve("patches-" + key + ".bin");
  }

  private static Path cacheFolder() {
    String folder = System.getProperty("heddle.cache");
    if (folder != null) {
      return Path.of(folder);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg != null && !xdg.isEmpty()
        ? Path.of(xdg, "heddle")
        : Path.of(System.getProperty("user.home"), ".cache", "heddle");
  }

  /**
   * Explores a program. To be called once, and again each time that {@link #isReusable} says so.
   *
   * <p>When the calling thread is interrupted, the child is told to stop, and reports what it has
   * learned.
   *
   * @throws IOException when the child dies or can not load the program; the message is one line
   *     for people
   */
  public Report explore(Program program, Settings settings, Consumer<Progress> progress)
      throws IOException {
    return ask(new Request(program, settings), Report.class, progress);
  }

  /**
   * Runs a program under choices of others. To be called in place of {@link #explore}.
   *
   * @throws IOException as {@link #explore} does
   */
  public Steered steer(Program program, List<Integer> picks) throws IOException {
    return ask(new SteerRequest(program, picks), Steered.class, _ -> {});
  }

  /**
   * Records an execution that passes. To be called in place of {@link #explore}.
   *
   * @throws IOException as {@link #explore} does
   */
  public Optional<Trace> passing(Program program) throws IOException {
    return ask(new PassingRequest(program), PassingRequest.Answer.class, _ -> {}).trace();
  }

  private <T> T ask(Object request, Class<T> type, Consumer<Progress> progress) throws IOException {
    Requests.ask(out, codec, request);
    boolean interrupted = false;
    long deadline = Long.MAX_VALUE;
    while (true) {
      Object message;
      try {
        message = messages.poll(100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
        deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        Requests.stop(out);
        continue;
      }
      switch (message) {
        case null -> {
          if (deadline != Long.MAX_VALUE && System.nanoTime() > deadline) {
            throw new IOException("the runner did not stop within " + STOP_SECONDS + " seconds");
          }
        }
        case Progress step -> progress.accept(step);
        case Complaint complaint -> throw new IOException(complaint.text());
        case IOException died -> throw died;
        default -> {
          if (!type.isInstance(message)) {
            throw new IOException("unexpected message: " + message);
          }
          if (interrupted) {
            Thread.currentThread().interrupt();
          }
          return type.cast(message);
        }
      }
    }
  }

  /**
   * Waits until the child has cleaned up after an answer.
   *
   * @return whether it can be asked again
   */
  public boolean isReusable() throws InterruptedException {
    uses++;
    return uses < USES_MAX
        && messages.poll(STOP_SECONDS, TimeUnit.SECONDS) instanceof Again(boolean possible)
        && possible;
  }

  private void receive() {
    try {
      while (true) {
        messages.add(codec.read(in));
      }
    } catch (EOFException e) {
      messages.add(died());
    } catch (IOException e) {
      messages.add(e);
    }
  }

  private IOException died() {
    try {
      int status = process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
      String said = errors.toString().strip();
      return new IOException(
          "the runner died with status " + status + (said.isEmpty() ? "" : ": " + said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IOException("the runner died");
    }
  }

  /** Returns whether the child still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the child and removes what it needed. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.deleteIfExists(jar);
    } catch (IOException e) {
      jar.toFile().deleteOnExit();
    }
  }
}
