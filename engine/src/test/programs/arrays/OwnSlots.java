// verdict: all-pass
// interleavings: 1
// why: each thread writes its own element, so nothing is shared until main has joined them.

public class OwnSlots {
  public static void main(String[] args) throws InterruptedException {
    int[] squares = new int[3];
    Thread[] threads = new Thread[squares.length];
    for (int i = 0; i < threads.length; i++) {
      int slot = i;
      threads[i] = new Thread(() -> squares[slot] = slot * slot);
      threads[i].start();
    }
    int sum = 0;
    for (int i = 0; i < threads.length; i++) {
      threads[i].join();
      sum += squares[i];
    }
    assert sum == 5;
  }
}
