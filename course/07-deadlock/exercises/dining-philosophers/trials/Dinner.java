// what: four who eat
import java.util.concurrent.atomic.AtomicInteger;

class Dinner {
  static final AtomicInteger[] used = new AtomicInteger[4];

  static void meal(int seat) {
    int other = (seat + 1) % 4;
    boolean mine = used[seat].incrementAndGet() == 1 & used[other].incrementAndGet() == 1;
    assert mine : "two eat with one fork";
    used[seat].decrementAndGet();
    used[other].decrementAndGet();
  }

  public static void main(String[] args) {
    for (int i = 0; i < 4; i++) {
      used[i] = new AtomicInteger();
    }
    var table = new Table();
    for (int i = 0; i < 4; i++) {
      int seat = i;
      new Thread(() -> table.eat(seat, () -> meal(seat)), "Philosopher " + i).start();
    }
  }
}
