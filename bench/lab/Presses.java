import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How long people wait for verdicts: one who presses Check now and then, and thirty who press within
 * ten seconds. Run as bench/lab/presses.sh; it takes the address of a workshop and a program.
 */
final class Presses {
  private static final int ALONE = 40;
  private static final int USERS = 30;
  private static final int WITHIN_MILLIS = 10_000;
  private static final int PAUSE_MILLIS = 1_500;

  private final URI root;
  private final String body;
  private final String address;

  private Presses(String address, Path program) throws Exception {
    this.address = address;
    this.root = URI.create(address).resolve("/");
    String text =
        Files.readString(program).replaceAll("(?m)^// (verdict|why|only-sleep): .*\n", "");
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    this.body =
        "{\"files\": [{\"name\": \"%s\", \"text\": \"%s\"}]}"
            .formatted(program.getFileName(), escaped);
  }

  public static void main(String[] args) throws Exception {
    var presses = new Presses(args[0], Path.of(args[1]));
    presses.alone();
    presses.together();
  }

  private HttpClient browser() throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
    return browser;
  }

  /** Presses Check and returns after how many milliseconds the verdict was there. */
  private double press(HttpClient browser) throws Exception {
    var request =
        HttpRequest.newBuilder(root.resolve("/api/check"))
            .header("Content-Type", "application/json")
            .header("Origin", root.toString().replaceFirst("/$", ""))
            .POST(BodyPublishers.ofString(body))
            .build();
    long start = System.nanoTime();
    String answer = browser.send(request, BodyHandlers.ofString()).body();
    double millis = (System.nanoTime() - start) / 1e6;
    if (!answer.contains("\"told\":\"done\"")) {
      throw new IllegalStateException("no verdict: " + answer);
    }
    return millis;
  }

  private void alone() throws Exception {
    var browser = browser();
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < ALONE; i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      millis.add(press(browser));
    }
    print("one user, " + ALONE + " presses", millis);
  }

  private void together() throws Exception {
    var random = new Random(1);
    List<Callable<Double>> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      var browser = browser();
      int wait = random.nextInt(WITHIN_MILLIS);
      users.add(() -> {
        TimeUnit.MILLISECONDS.sleep(wait);
        return press(browser);
      });
    }
    long start = System.nanoTime();
    List<Double> millis = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var press : threads.invokeAll(users)) {
        millis.add(press.get());
      }
    }
    print("%d users within 10 s".formatted(USERS), millis);
    System.out.printf("all served after %.1f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static void print(String what, List<Double> millis) {
    Collections.sort(millis);
    System.out.printf(
        "%s: median %.0f ms, p95 %.0f ms, longest %.0f ms%n",
        what,
        millis.get(millis.size() / 2),
        millis.get((int) (millis.size() * 0.95)),
        millis.getLast());
  }
}
