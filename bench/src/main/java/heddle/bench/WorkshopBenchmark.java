package heddle.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long the workshop lets people wait: from {@code ./heddle lab} to a page with its course, from
 * the press of Check to the verdict with one user, and with thirty who press within ten seconds.
 *
 * <p>It speaks HTTP as the page does; what a browser adds to that is not in the figures. The
 * programs are those of the course's chapters. Argument: the command, by default {@code ./heddle}.
 */
public final class WorkshopBenchmark {
  private static final int STARTS = Integer.getInteger("heddle.bench.runs", 5);
  private static final int ROUNDS = 3;
  private static final int USERS = 30;
  private static final long PRESSES_MILLIS = 10_000;

  /** Between two presses of one user, who looks at the verdict: ready JVMs are made up then. */
  private static final long THINKING_MILLIS =
      Long.getLong("heddle.bench.thinking", TimeUnit.SECONDS.toMillis(2));

  private final String command;
  private final List<Path> programs;

  private WorkshopBenchmark(String command, List<Path> programs) {
    this.command = command;
    this.programs = programs;
  }

  /** Prints the times. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var benchmark =
        new WorkshopBenchmark(arguments.length > 0 ? arguments[0] : "./heddle", chapterPrograms());
    benchmark.starts();
    benchmark.presses();
  }

  private static List<Path> chapterPrograms() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("course"), 2)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** A workshop in a process of its own. */
  private record Workshop(Process process, URI address) implements AutoCloseable {
    static Workshop open(String command) throws IOException {
      Process process =
          new ProcessBuilder(command, "lab", "--no-open")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        int at = line.indexOf("http://");
        if (at >= 0) {
          return new Workshop(process, URI.create(line.substring(at).strip()));
        }
      }
      throw new IOException("the workshop ended with status " + process.exitValue());
    }

    /** Opens the page and the course, as a browser does that has never been here. */
    Visitor visit() throws IOException, InterruptedException {
      var visitor =
          new Visitor(
              HttpClient.newBuilder()
                  .cookieHandler(new CookieManager())
                  .followRedirects(HttpClient.Redirect.NORMAL)
                  .version(HttpClient.Version.HTTP_1_1)
                  .build(),
              address);
      visitor.get(address.toString());
      for (String path : List.of("/web/main.js", "/web/bench.js", "/api/course")) {
        visitor.get(address.resolve(path).toString());
      }
      return visitor;
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().join();
    }
  }

  /** Somebody with a browser. */
  private record Visitor(HttpClient client, URI address) {
    void get(String path) throws IOException, InterruptedException {
      var answer =
          client.send(HttpRequest.newBuilder(URI.create(path)).build(), BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        throw new IOException(path + ": expected status 200, got " + answer.statusCode());
      }
    }

    /** Presses Check; returns the milliseconds until the report was there. */
    double check(Path program) throws IOException, InterruptedException {
      String body =
          "{\"files\":[{\"name\":\"%s\",\"text\":%s}]}"
              .formatted(program.getFileName(), json(Files.readString(program)));
      long start = System.nanoTime();
      var answer =
          client.send(
              HttpRequest.newBuilder(address.resolve("/api/check"))
                  .header("Content-Type", "application/json")
                  .header("Origin", "http://" + address.getAuthority())
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      double millis = millisSince(start);
      if (!answer.body().contains("\"told\":\"done\"")) {
        throw new IOException(program + ": no report: " + answer.statusCode() + answer.body());
      }
      return millis;
    }
  }

  private static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  private void starts() throws IOException, InterruptedException {
    double[] millis = new double[STARTS];
    for (int i = -1; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Workshop workshop = Workshop.open(command)) {
        var _ = workshop.visit();
        if (i >= 0) {
          millis[i] = millisSince(start);
        }
      }
    }
    System.out.printf(
        "start to page and course: %s ms; median [least-most] of %d; at most 1,500%n",
        Sample.of(millis), STARTS);
  }

  private void presses() throws IOException, InterruptedException, ExecutionException {
    try (Workshop workshop = Workshop.open(command)) {
      Visitor visitor = workshop.visit();
      List<Double> all = new ArrayList<>();
      for (Path program : programs) {
        double[] each = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
          Thread.sleep(THINKING_MILLIS);
          each[i] = visitor.check(program);
          all.add(each[i]);
        }
        System.out.printf("  %-60s %s ms%n", program, Sample.of(each));
      }
      double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          "press to verdict, one user: median %,.0f ms (under 300), 95 %% within %,.0f ms (under"
              + " 1,000), of %d%n",
          Sample.of(sorted).median(),
          sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
          sorted.length);
      crowd(workshop);
    }
  }

  /** Thirty users, each with a program of the course, each at a moment of the ten seconds. */
  private void crowd(Workshop workshop)
      throws IOException, InterruptedException, ExecutionException {
    Random random = new Random(1);
    List<Future<Double>> answers = new ArrayList<>();
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      visitors.add(workshop.visit());
    }
    long start = System.nanoTime();
    double last;
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < USERS; i++) {
        Visitor visitor = visitors.get(i);
        Path program = programs.get(i % programs.size());
        long at = random.nextLong(PRESSES_MILLIS);
        answers.add(
            users.submit(() -> {
              Thread.sleep(at);
              return visitor.check(program);
            }));
      }
    }
    last = millisSince(start);
    double[] waits = new double[USERS];
    for (int i = 0; i < USERS; i++) {
      waits[i] = answers.get(i).get();
    }
    Arrays.sort(waits);
    System.out.printf(
        "%d users within %d s: all served after %,.1f s (at most 15); each waited %s ms%n",
        USERS, PRESSES_MILLIS / 1_000, last / 1_000, Sample.of(waits));
  }
}
