// verdict: passes
// why: an iterator of a copy-on-write list walks the elements of the moment it was made.

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class CopyOnWriteSnapshot {
  public static void main(String[] args) throws InterruptedException {
    List<Runnable> listeners = new CopyOnWriteArrayList<>();
    int[] called = new int[1];
    listeners.add(() -> called[0]++);
    Thread subscriber = new Thread(() -> listeners.add(() -> called[0]++));
    subscriber.start();
    for (Runnable listener : listeners) {
      listener.run();
    }
    subscriber.join();
    assert called[0] == 1 || called[0] == 2;
    assert listeners.size() == 2;
  }
}
