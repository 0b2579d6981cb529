package heddle.junit;

import heddle.engine.Liberty;
import heddle.engine.NetworkLevel;
import heddle.engine.RacePolicy;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is run again and again, each time under another interleaving of its threads, until
 * one fails or the budget is spent. Nothing else is needed: no agent, no plugin, no flags.
 *
 * {@snippet :
 * static class Buffer {
 *   private final Queue<Integer> items = new ArrayDeque<>();
 *
 *   synchronized void put(int item) throws InterruptedException {
 *     while (!items.isEmpty()) { // with `if`, the test fails
 *       wait();
 *     }
 *     items.add(item);
 *     notifyAll();
 *   }
 *
 *   synchronized int take() throws InterruptedException {
 *     while (items.isEmpty()) {
 *       wait();
 *     }
 *     notifyAll();
 *     return items.remove();
 *   }
 * }
 *
 * @Explore(prove = true)
 * void every_item_arrives_once_and_in_order() throws InterruptedException {
 *   var buffer = new Buffer();
 *   var producer =
 *       Thread.ofVirtual()
 *           .start(() -> {
 *             try {
 *               buffer.put(1);
 *               buffer.put(2);
 *             } catch (InterruptedException e) {
 *               throw new IllegalStateException(e);
 *             }
 *           });
 *   assertEquals(1, buffer.take());
 *   assertEquals(2, buffer.take());
 *   producer.join();
 * }
 * }
 *
 * <p>The test runs in a JVM of its own. Each execution does what JUnit does for a test: it makes an
 * instance, and runs the {@code @BeforeAll}, {@code @BeforeEach}, {@code @AfterEach} and
 * {@code @AfterAll} methods around the test method; static fields start anew as well. In the JVM
 * that runs JUnit, the class is instantiated and its {@code @BeforeAll} and {@code @AfterAll}
 * methods run too, because other tests of the class may need them.
 *
 * <p>The test fails with the first interleaving found that fails, shrunk and drawn. Its schedule is
 * kept in {@code target/heddle} ({@code build/heddle} under Gradle; the configuration parameter
 * {@value #FOLDER} names another folder), beside a page to step through. The next run replays it
 * first, and deletes it when it passes.
 *
 * <p>May be combined with {@code @ParameterizedTest} or {@code @RepeatedTest}: each invocation is
 * explored. What cannot be explored fails with a sentence that says why; it is never skipped
 * silently.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ExploreExtension.class)
public @interface Explore {
  /** The configuration parameter of JUnit that names the folder for schedules. */
  String FOLDER = "heddle.folder";

  /** Returns how long to explore at most, in seconds; at least 1. */
  int seconds() default 10;

  /** Returns how many executions to make at most; at least 1. */
  long executions() default Long.MAX_VALUE;

  /** Returns who picks the next choice. */
  StrategyKind strategy() default StrategyKind.AUTO;

  /** Returns when virtual time moves. */
  TimePolicy time() default TimePolicy.BOTH;

  /** Returns the number that all random choices derive from. */
  long seed() default 1;

  /**
   * Returns the schedule to replay instead of exploring, as a failing test prints it; empty to
   * explore.
   */
  String schedule() default "";

  /** Returns what becomes of data races in executions that pass. */
  RacePolicy races() default RacePolicy.REPORT;

  /** Returns what the simulated network may do; at {@code REAL}, nothing is controllable. */
  NetworkLevel network() default NetworkLevel.TCP;

  /**
   * Returns whether the test fails unless every interleaving was executed and passed, and none has
   * a data race.
   */
  boolean prove() default false;

  /**
   * Returns whether the test may leave threads behind, such as the workers of a pool that is never
   * shut down. Otherwise it fails if they would keep it from ending.
   */
  boolean mayLeaveThreads() default false;

  /** Returns what the specification allows and is to be explored as well. */
  Liberty[] liberties() default {};

  /** Returns after how many scheduling points one execution counts as endless; at least 1. */
  long stepsPerExecution() default Settings.STEPS_PER_EXECUTION;
}
