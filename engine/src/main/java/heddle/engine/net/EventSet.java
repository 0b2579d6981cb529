package heddle.engine.net;

import java.util.ArrayList;
import java.util.List;

/** Descriptors that are waited for together: epoll(7), which the JDK's selectors stand on. */
final class EventSet extends Descriptor {
  private static final int ADD = 1;
  private static final int DELETE = 2;
  private static final int EXISTS = 17;
  private static final int MISSING = 2;
  private static final int ONE_SHOT = 1 << 30;

  private static final class Entry {
    final Descriptor descriptor;
    int events;

    Entry(Descriptor descriptor, int events) {
      this.descriptor = descriptor;
      this.events = events;
    }

    int ready() {
      return events == 0 ? 0 : descriptor.ready() & (events | ERR | HUP);
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  EventSet(Kernel kernel) {
    super(kernel);
  }

  /** Adds, changes or removes {@code descriptor}; returns 0 or an error number. */
  int control(int operation, Descriptor descriptor, int events) {
    Entry found = null;
    for (Entry entry : entries) {
      found = entry.descriptor.equals(descriptor) ? entry : found;
    }
    if (operation == ADD) {
      if (found != null) {
        return EXISTS;
      }
      entries.add(new Entry(descriptor, events));
      descriptor.watch(this);
    } else if (found == null) {
      return MISSING;
    } else if (operation == DELETE) {
      remove(descriptor);
    } else {
      found.events = events;
    }
    changed();
    return 0;
  }

  /** Removes {@code descriptor}, which is closed. */
  void remove(Descriptor descriptor) {
    entries.removeIf(entry -> entry.descriptor.equals(descriptor));
    descriptor.unwatch(this);
  }

  /** Waits, and writes up to {@code most} events to memory. */
  int collect(long address, int most, long deadline) {
    int ready = await(IN, deadline);
    if (ready == 0 || closed) {
      return 0;
    }
    int count = 0;
    for (Entry entry : entries) {
      int events = entry.ready();
      if (events != 0 && count < most) {
        EventLayout.write(address, count++, events, entry.descriptor.number);
        if ((entry.events & ONE_SHOT) != 0) {
          entry.events = 0;
        }
      }
    }
    return count;
  }

  @Override
  boolean isForClients() {
    for (Entry entry : entries) {
      if (entry.descriptor.isForClients()) {
        return true;
      }
    }
    return false;
  }

  @Override
  String waitsFor(int events) {
    return "an event of a selector";
  }

  @Override
  int ready() {
    for (Entry entry : entries) {
      if (entry.ready() != 0) {
        return IN;
      }
    }
    return 0;
  }

  @Override
  long readyAt() {
    long earliest = Long.MAX_VALUE;
    for (Entry entry : entries) {
      earliest = Math.min(earliest, entry.descriptor.readyAt());
    }
    return earliest;
  }

  @Override
  void end() {
    for (Entry entry : entries) {
      entry.descriptor.unwatch(this);
    }
    entries.clear();
  }
}
