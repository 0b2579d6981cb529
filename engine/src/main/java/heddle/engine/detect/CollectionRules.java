package heddle.engine.detect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import org.jspecify.annotations.Nullable;

/**
 * What concurrent collections order: placing an element happens-before accessing or removing that
 * element (package {@code java.util.concurrent}), and nothing else.
 */
final class CollectionRules {
  private static final Set<String> NO_ACCESS =
      Set.of("size", "isEmpty", "remainingCapacity", "clear", "mappingCount", "hasNext");
  private static final Set<String> VIEWS =
      Set.of(
          "iterator",
          "listIterator",
          "descendingIterator",
          "keySet",
          "values",
          "entrySet",
          "keys",
          "elements",
          "subList",
          "subMap",
          "headMap",
          "tailMap",
          "descendingMap",
          "subSet",
          "headSet",
          "tailSet",
          "descendingSet");
  private static final Set<String> PLACES_IN_MAP =
      Set.of(
          "put",
          "putIfAbsent",
          "replace",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge");
  private static final Set<String> OF_KEY =
      Set.of("get", "getOrDefault", "containsKey", "remove", "contains");

  private final HappensBefore order;
  private final IdentityTable<Elements> collections = new IdentityTable<>();

  CollectionRules(HappensBefore order) {
    this.order = order;
  }

  void begin() {
    collections.clear();
  }

  /** What has been placed into one collection, and what was known to those who placed it. */
  private static final class Elements {
    final Map<Object, VectorClock> byValue = new HashMap<>();
    final IdentityTable<VectorClock> byIdentity = new IdentityTable<>();
    final VectorClock bulk = new VectorClock();

    VectorClock of(Object key, boolean byEquals) {
      if (isValue(key)) {
        return byValue.computeIfAbsent(key, _ -> new VectorClock());
      }
      // The engine may not ask the program's objects whether they are equal.
      return byEquals ? bulk : byIdentity.get(key, VectorClock::new);
    }

    private static boolean isValue(Object key) {
      return key instanceof String
          || key instanceof Number
          || key instanceof Boolean
          || key instanceof Character
          || key instanceof Enum<?>;
    }

    VectorClock all() {
      VectorClock all = bulk.copy();
      byValue.values().forEach(all::join);
      byIdentity.values().forEach(all::join);
      return all;
    }
  }

  private Elements elements(LibraryCall call) {
    return collections.get(call.receiver, Elements::new);
  }

  private void takeAll(LibraryCall call) {
    order.take(call.task, elements(call).all());
  }

  private void take(LibraryCall call, Object key, boolean byEquals) {
    Elements elements = elements(call);
    order.take(call.task, elements.bulk);
    order.take(call.task, elements.of(key, byEquals));
  }

  /** A view or an iterator shares what is known of its collection. */
  private void share(LibraryCall call, @Nullable Object result) {
    if (result != null && VIEWS.contains(call.name) && collections.get(result) == null) {
      collections.put(result, elements(call));
    }
  }

  /** Queues, lists and their views: elements are told apart by identity. */
  final CallRule queue = new OfElements(false);

  /** Sets: elements are told apart by value. */
  final CallRule set = new OfElements(true);

  private final class OfElements implements CallRule {
    private final boolean byEquals;

    OfElements(boolean byEquals) {
      this.byEquals = byEquals;
    }

    @Override
    public boolean before(LibraryCall call) {
      if (NO_ACCESS.contains(call.name)) {
        return false;
      }
      Object element = call.argument;
      if (call.name.endsWith("All") || call.name.equals("drainTo")) {
        order.give(call.task, elements(call).bulk);
      } else if (element != null && places(call.name)) {
        order.give(call.task, elements(call).of(element, byEquals));
        return call.name.equals("set");
      }
      return true;
    }

    private static boolean places(String name) {
      return name.startsWith("add")
          || name.startsWith("offer")
          || name.startsWith("put")
          || name.equals("push")
          || name.equals("set")
          || name.endsWith("ransfer");
    }

    @Override
    public void after(LibraryCall call, @Nullable Object result) {
      share(call, result);
      if (result == null && !call.name.startsWith("forEach") && !call.name.equals("toArray")) {
        return;
      }
      if (Boolean.FALSE.equals(result) && Set.of("contains", "remove").contains(call.name)) {
        return;
      }
      if (result != null && isElement(call.name)) {
        take(call, result, byEquals);
      } else {
        takeAll(call);
      }
    }

    private static boolean isElement(String name) {
      return name.startsWith("take")
          || name.startsWith("poll")
          || name.startsWith("peek")
          || name.startsWith("get")
          || name.equals("element")
          || name.equals("pop")
          || name.equals("remove")
          || name.equals("removeFirst")
          || name.equals("removeLast")
          || name.equals("first")
          || name.equals("last");
    }

    @Override
    public void entered(LibraryCall call) {
      takeAll(call);
    }

    @Override
    public boolean callsBack(String name) {
      return name.startsWith("forEach") || name.endsWith("If") || name.endsWith("All");
    }
  }

  /** Maps: an update happens-before a retrieval of the same key that reports the updated value. */
  final CallRule map =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          if (call.name.equals("putAll")) {
            order.give(call.task, elements(call).bulk);
          }
          return !NO_ACCESS.contains(call.name);
        }

        @Override
        public void entered(LibraryCall call) {
          if (call.argument != null && PLACES_IN_MAP.contains(call.name)) {
            take(call, call.argument, true);
          } else {
            takeAll(call);
          }
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          share(call, result);
          Object key = call.argument;
          boolean found = result != null && !Boolean.FALSE.equals(result);
          if (key != null && PLACES_IN_MAP.contains(call.name)) {
            if (found) {
              take(call, key, true);
            }
            if (places(call, found)) {
              order.give(call.task, elements(call).of(key, true));
            }
          } else if (key != null && OF_KEY.contains(call.name)) {
            if (found) {
              take(call, key, true);
            }
          } else {
            takeAll(call);
          }
        }

        private static boolean places(LibraryCall call, boolean found) {
          return switch (call.name) {
            case "putIfAbsent" -> !found;
            case "replace", "compute", "merge" -> found;
            case "computeIfAbsent", "computeIfPresent" -> found && call.calledBack;
            default -> true;
          };
        }

        @Override
        public boolean callsBack(String name) {
          return true;
        }
      };

  /** A task's end happens-before the return from the {@code take} that gives its future. */
  final CallRule completions =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          return call.receiver instanceof CompletionService<?> && !call.name.equals("submit");
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          if (result != null) {
            order.receive(call.task, result);
          }
        }
      };
}
