// verdict: passes
// why: a queue of waiters, each unparked by the one that leaves.

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

public class ParkingLot {
  private final AtomicBoolean taken = new AtomicBoolean();
  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();
  private int cars;

  private void enter() {
    waiters.add(Thread.currentThread());
    while (waiters.peek() != Thread.currentThread() || !taken.compareAndSet(false, true)) {
      LockSupport.park(this);
    }
    waiters.remove();
  }

  private void leave() {
    taken.set(false);
    LockSupport.unpark(waiters.peek());
  }

  private void visit() {
    enter();
    cars++;
    leave();
  }

  public static void main(String[] args) throws InterruptedException {
    ParkingLot lot = new ParkingLot();
    Thread ann = new Thread(lot::visit, "Ann");
    Thread bob = new Thread(lot::visit, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert lot.cars == 2;
  }
}
