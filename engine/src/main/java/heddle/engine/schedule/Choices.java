package heddle.engine.schedule;

import heddle.engine.Liberty;
import heddle.engine.Schedule;
import java.util.Arrays;
import java.util.Set;

/**
 * The choices of one execution, in the order of {@link Schedule}: who ran, for how long, and who
 * was notified.
 *
 * <p>Grows, and is used again for the next execution; nothing is allocated once it is large enough.
 */
public final class Choices {
  private static final int PICK = -1;
  private static final long TO_THE_END = -1;

  private int[] tasks = new int[64];
  private long[] limits = new long[64];
  private int size;

  /** Starts empty. */
  public Choices() {}

  /** Forgets everything. */
  public void clear() {
    size = 0;
  }

  /** Returns how many choices there are. */
  public int size() {
    return size;
  }

  /** Adds: {@code task} ran until it could not go on. */
  void ran(int task) {
    add(task, TO_THE_END);
  }

  /** Adds: {@code task} ran until it was about to do its operation number {@code ops}. */
  void ranUntil(int task, long ops) {
    add(task, ops);
  }

  /** Adds: of the waiting, the one at {@code index} was notified. */
  void picked(int index) {
    add(PICK, index);
  }

  private void add(int task, long limit) {
    if (size == tasks.length) {
      tasks = Arrays.copyOf(tasks, size * 2);
      limits = Arrays.copyOf(limits, size * 2);
    }
    tasks[size] = task;
    limits[size++] = limit;
  }

  /** Forgets all choices from the one at {@code newSize} on. */
  void truncate(int newSize) {
    size = newSize;
  }

  /** Returns whether the choice at {@code index} is about notification, not about threads. */
  public boolean isPick(int index) {
    return tasks[index] == PICK;
  }

  /** Returns the task of the choice at {@code index}. */
  public int task(int index) {
    return tasks[index];
  }

  /** Returns the operation before which the task stopped, or -1 when it could not go on. */
  public long limit(int index) {
    return limits[index];
  }

  /** Returns a copy. */
  public Choices copy() {
    Choices copy = new Choices();
    copy.tasks = Arrays.copyOf(tasks, Math.max(size, 1));
    copy.limits = Arrays.copyOf(limits, Math.max(size, 1));
    copy.size = size;
    return copy;
  }

  /** Returns a copy without the choices from {@code from} to before {@code to}. */
  public Choices without(int from, int to) {
    Choices copy = new Choices();
    for (int i = 0; i < size; i++) {
      if (i < from || i >= to) {
        copy.add(tasks[i], limits[i]);
      }
    }
    return copy;
  }

  /**
   * Returns a copy in which the choice at {@code index} lets its task run until it can not go on.
   */
  public Choices withoutLimit(int index) {
    Choices copy = copy();
    copy.limits[index] = TO_THE_END;
    return copy;
  }

  /** Returns a copy in which the choice at {@code index}, which is a pick, is the first one. */
  public Choices withFirstPick(int index) {
    Choices copy = copy();
    copy.limits[index] = 0;
    return copy;
  }

  /**
   * Returns how often the turn goes from a thread that could have gone on to another, or back to
   * it: the changes that a person sees as one thread getting in between another's steps.
   */
  public int switches() {
    int count = 0;
    java.util.Set<Integer> preempted = new java.util.HashSet<>();
    int previous = -1;
    for (int i = 0; i < size; i++) {
      if (isPick(i)) {
        continue;
      }
      boolean changes = previous >= 0 && tasks[previous] != tasks[i];
      if (changes && (limits[previous] >= 0 || preempted.contains(tasks[i]))) {
        count++;
      }
      preempted.remove(tasks[i]);
      if (limits[i] >= 0) {
        preempted.add(tasks[i]);
      }
      previous = i;
    }
    return count;
  }

  /** Returns these choices, made without liberties, as text; see the method beside this one. */
  public Schedule schedule(boolean adversarial) {
    return schedule(adversarial, Set.of());
  }

  /**
   * Returns these choices as text; {@code adversarial} is the policy of time they were made under,
   * {@code liberties} what could be taken.
   */
  public Schedule schedule(boolean adversarial, Set<Liberty> liberties) {
    StringBuilder text = new StringBuilder(adversarial ? "a" : "s");
    liberties.forEach(liberty -> text.append(liberty.letter()));
    text.append(':');
    String separator = "";
    for (int i = 0; i < size; i++) {
      if (isIdle(i)) {
        continue;
      }
      text.append(separator);
      separator = "-";
      if (isPick(i)) {
        text.append('w').append(limits[i]);
      } else {
        text.append(tasks[i]);
        if (limits[i] != TO_THE_END) {
          text.append('.').append(limits[i]);
        }
      }
    }
    return new Schedule(text.toString());
  }

  /** Whether the first alternative was picked here and for the rest of the turn: the default. */
  private boolean isIdle(int index) {
    int i = index;
    while (i < size && isPick(i) && limits[i] == 0) {
      i++;
    }
    return i > index && (i == size || !isPick(i));
  }

  /** Reads the choices of {@code schedule}. */
  public static Choices of(Schedule schedule) {
    Choices choices = new Choices();
    String text = schedule.text().substring(schedule.text().indexOf(':') + 1);
    if (text.isEmpty()) {
      return choices;
    }
    for (String choice : text.split("-", -1)) {
      int dot = choice.indexOf('.');
      if (choice.startsWith("w")) {
        choices.picked(Integer.parseInt(choice.substring(1)));
      } else if (dot < 0) {
        choices.ran(Integer.parseInt(choice));
      } else {
        choices.ranUntil(
            Integer.parseInt(choice.substring(0, dot)), Long.parseLong(choice.substring(dot + 1)));
      }
    }
    return choices;
  }
}
