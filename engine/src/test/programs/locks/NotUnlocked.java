// verdict: fails deadlock
// cause: forgotten-unlock
// why: an exception skips unlock, and the next thread waits for ever.

import java.util.concurrent.locks.ReentrantLock;

public class NotUnlocked {
  private static final ReentrantLock lock = new ReentrantLock();

  private static int parse(String text) {
    lock.lock();
    int number = Integer.parseInt(text);
    lock.unlock();
    return number;
  }

  private static void print(String text) {
    try {
      System.out.println(parse(text));
    } catch (NumberFormatException e) {
      System.out.println("not a number: " + text);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> print("twelve"), "first");
    first.start();
    first.join();
    Thread second = new Thread(() -> print("12"), "second");
    second.start();
    second.join();
  }
}
