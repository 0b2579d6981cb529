package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may go wrong another time is told beside a verdict that knows of no failure. */
class HazardsTest {
  @TempDir private Path folder;

  /** One execution: two threads that take two locks in different orders get through by luck. */
  private Report once(String body) throws IOException {
    return explore(body, 1);
  }

  private Report explore(String body, long executions) throws IOException {
    Path file = Files.writeString(folder.resolve("Example.java"), body);
    Program program = CompiledProgram.compile(file, folder.resolve("classes")).program();
    Settings settings =
        new Settings(
            new Budget(Duration.ofSeconds(20), executions, Long.MAX_VALUE),
            StrategyKind.DFS,
            TimePolicy.STRICT,
            1,
            Optional.empty(),
            Settings.STEPS_PER_EXECUTION);
    return Check.explore(program, settings, _ -> {});
  }

  @Test
  void locks_taken_in_different_orders_are_told_although_nothing_happened() throws IOException {
    Report report =
        once(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Example {
              static final Object fork = new Object();
              static final ReentrantLock knife = new ReentrantLock();

              public static void main(String[] args) {
                new Thread(Example::forkFirst, "Ann").start();
                new Thread(Example::knifeFirst, "Bob").start();
              }

              static void forkFirst() {
                synchronized (fork) {
                  knife.lock();
                  knife.unlock();
                }
              }

              static void knifeFirst() {
                knife.lock();
                synchronized (fork) {
                  knife.unlock();
                }
              }
            }
            """);

    assertThat(report.verdict()).isInstanceOf(Verdict.NothingFound.class);
    assertThat(report.notes())
        .containsExactly(
            "lock-order inversion, though no execution came to a deadlock:"
                + " Bob takes knife (Example.java:20) and then fork (Example.java:21),"
                + " Ann takes fork (Example.java:13) and then knife (Example.java:14):"
                + " if each gets its first lock, none gets its second");
  }

  private static String twoOrders(String main) {
    return """
    class Example {
      static final Object gate = new Object();
      static final Object fork = new Object();
      static final Object knife = new Object();

      static void forkFirst() {
        synchronized (fork) { synchronized (knife) { } }
      }

      static void knifeFirst() {
        synchronized (knife) { synchronized (fork) { } }
      }

      static void guarded(Runnable body) {
        synchronized (gate) { body.run(); }
      }

      public static void main(String[] args) throws Exception {
        %s
      }
    }
    """
        .formatted(main);
  }

  @Test
  void under_one_more_lock_different_orders_do_no_harm() throws IOException {
    Report report =
        once(
            twoOrders(
                "new Thread(() -> guarded(Example::forkFirst)).start();"
                    + " guarded(Example::knifeFirst);"));

    assertThat(report.notes()).isEmpty();
  }

  @Test
  void one_after_the_other_different_orders_do_no_harm() throws IOException {
    Report report =
        once(
            twoOrders(
                "var first = new Thread(Example::forkFirst); first.start(); first.join();"
                    + " var second = new Thread(Example::knifeFirst); second.start();"));

    assertThat(report.notes()).isEmpty();
  }

  @Test
  void a_lock_held_while_its_holder_waits_for_the_network_is_told() throws IOException {
    Report report =
        explore(
            """
            import java.net.ServerSocket;
            import java.net.Socket;

            class Example {
              static final Object log = new Object();

              public static void main(String[] args) throws Exception {
                try (var server = new ServerSocket(0)) {
                  var client = new Thread(() -> ask(server.getLocalPort()), "client");
                  client.start();
                  try (var socket = server.accept()) {
                    socket.getOutputStream().write(1);
                    client.join();
                  }
                }
              }

              static void ask(int port) {
                try (var socket = new Socket("localhost", port)) {
                  synchronized (log) {
                    socket.getInputStream().read();
                  }
                } catch (java.io.IOException e) {
                  throw new IllegalStateException(e);
                }
              }
            }
            """,
            20);

    assertThat(report.notes())
        .contains(
            "client waits for the network at Example.java:21 while it holds log (Example.java:20):"
                + " whoever wants that lock waits for the network too");
  }
}
