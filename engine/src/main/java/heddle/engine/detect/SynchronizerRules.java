package heddle.engine.detect;

import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import org.jspecify.annotations.Nullable;

/** What the synchronizers of {@code java.util.concurrent} order, each by its documentation. */
final class SynchronizerRules {
  private final HappensBefore order;
  private final IdentityTable<VectorClock> clocks = new IdentityTable<>();
  private final IdentityTable<Generation> barriers = new IdentityTable<>();
  private final IdentityTable<Phase> phasers = new IdentityTable<>();
  private final IdentityTable<List<Exchange>> exchangers = new IdentityTable<>();

  SynchronizerRules(HappensBefore order) {
    this.order = order;
  }

  void begin() {
    clocks.clear();
    barriers.clear();
    phasers.clear();
    exchangers.clear();
  }

  private VectorClock clock(Object key) {
    return clocks.get(key, VectorClock::new);
  }

  /** {@code release} happens-before a later successful {@code acquire}; no acquire orders. */
  final CallRule semaphore =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          if (call.name.equals("release")) {
            order.give(call.task, clock(call.receiver));
            return false;
          }
          return call.name.contains("cquire") || call.name.equals("drainPermits");
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          if (!Boolean.FALSE.equals(result)) {
            order.take(call.task, clock(call.receiver));
          }
        }
      };

  /** {@code countDown}, until the count is zero, happens-before a return from {@code await}. */
  final CallRule latch =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          if (call.name.equals("countDown")) {
            if (((CountDownLatch) call.receiver).getCount() > 0) {
              order.give(call.task, clock(call.receiver));
            }
            return false;
          }
          return true;
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          // A count of zero tells as much as waiting for it.
          boolean open = ((CountDownLatch) call.receiver).getCount() == 0;
          if (open && !Boolean.FALSE.equals(result)) {
            order.take(call.task, clock(call.receiver));
          }
        }
      };

  /** One use of a barrier. */
  private static final class Generation {
    @Nullable Object identity;
    VectorClock clock = new VectorClock();
  }

  /** Arriving happens-before the barrier action, which happens-before leaving. */
  final CallRule barrier =
      new CallRule() {
        @Override
        @SuppressWarnings("ReferenceEquality") // identity is meant
        public boolean before(LibraryCall call) {
          if (!call.name.equals("await")) {
            return false;
          }
          Generation generation = barriers.get(call.receiver, Generation::new);
          Object now = Outer.field(call.receiver, "generation");
          if (generation.identity != now) {
            generation.identity = now;
            generation.clock = new VectorClock();
          }
          call.state = generation.clock;
          order.give(call.task, generation.clock);
          return true;
        }

        @Override
        public void entered(LibraryCall call) {
          order.take(call.task, (VectorClock) call.state);
        }

        @Override
        public void left(LibraryCall call) {
          if (call.state instanceof VectorClock clock) {
            order.give(call.task, clock);
          }
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          order.take(call.task, (VectorClock) call.state);
        }

        @Override
        public boolean callsBack(String name) {
          return true;
        }
      };

  /** What arriving at the phases of a phaser has made known. */
  private static final class Phase {
    int number;
    VectorClock arrived = new VectorClock();
    final VectorClock advanced = new VectorClock();

    void reach(int now) {
      if (number != now) {
        number = now;
        advanced.join(arrived);
        arrived = new VectorClock();
      }
    }
  }

  /** Arriving happens-before the phase advance, which happens-before what follows it. */
  final CallRule phaser =
      new CallRule() {
        private Phase phase(LibraryCall call) {
          Phaser root = ((Phaser) call.receiver).getRoot();
          Phase phase = phasers.get(root, Phase::new);
          phase.reach(root.getPhase());
          return phase;
        }

        @Override
        public boolean before(LibraryCall call) {
          Phase phase = phase(call);
          if (call.name.startsWith("arrive")) {
            order.give(call.task, phase.arrived);
            call.state = phase.number;
            if (((Phaser) call.receiver).getUnarrivedParties() == 1) {
              order.take(call.task, phase.arrived); // for onAdvance, which it is going to run
            }
          }
          return call.name.startsWith("arrive")
              || call.name.startsWith("awaitAdvance")
              || call.name.equals("getPhase");
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          Phase phase = phase(call);
          boolean arrives = call.state instanceof Integer;
          boolean advances = call.state instanceof Integer before && before != phase.number;
          if (!arrives || advances) {
            order.take(call.task, phase.advanced);
          }
          if (advances) {
            order.give(call.task, phase.advanced); // what onAdvance has done
          }
        }

        @Override
        public boolean callsBack(String name) {
          return true;
        }
      };

  /** One thread's part in an exchange. */
  private record Exchange(LibraryCall call, VectorClock clock) {}

  /** What each of a pair has done before happens-before what the other does after. */
  final CallRule exchanger =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          VectorClock known = order.clock(call.task).copy();
          order.clock(call.task).tick(call.task.id());
          exchangers.get(call.receiver, ArrayList::new).add(new Exchange(call, known));
          return true;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is meant
        public void after(LibraryCall call, @Nullable Object result) {
          List<Exchange> waiting = exchangers.get(call.receiver, ArrayList::new);
          if (call.state instanceof VectorClock partner) {
            order.take(call.task, partner);
            return;
          }
          Exchange own = remove(waiting, call);
          for (int i = waiting.size() - 1; i >= 0; i--) {
            Exchange other = waiting.get(i);
            if (other.call().argument == result && own != null) {
              other.call().state = own.clock();
              order.take(call.task, other.clock());
              waiting.remove(i);
              return;
            }
          }
        }

        @Override
        public void threw(LibraryCall call) {
          remove(exchangers.get(call.receiver, ArrayList::new), call);
        }

        @SuppressWarnings("ReferenceEquality") // identity is meant
        private @Nullable Exchange remove(List<Exchange> waiting, LibraryCall call) {
          for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).call() == call) {
              return waiting.remove(i);
            }
          }
          return null;
        }
      };

  /** A class whose methods are synchronized, such as {@code Vector}: each is a monitor's use. */
  final CallRule monitor =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          order.take(call.task, order.monitor(call.receiver));
          return true;
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          order.give(call.task, order.monitor(call.receiver));
        }

        @Override
        public void threw(LibraryCall call) {
          after(call, null);
        }

        @Override
        public boolean callsBack(String name) {
          return true;
        }
      };

  /** A thread that is found to have ended has done all it did before (JLS 17.4.4). */
  final CallRule thread =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          return call.name.equals("isAlive") || call.name.equals("getState");
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          if (Boolean.FALSE.equals(result) || result == Thread.State.TERMINATED) {
            Task task = call.task;
            order.sawEnd(task, call.receiver);
          }
        }
      };
}
