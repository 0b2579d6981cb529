// verdict: fails deadlock
// cause: none
// why: the holder of the lock waits for a letter, which who wants the lock would send.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

public class HeldWhileWaiting {
  private static final ReentrantLock lock = new ReentrantLock();
  private static final BlockingQueue<String> letters = new LinkedBlockingQueue<>();

  private static void read() {
    lock.lock();
    try {
      System.out.println(letters.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private static void write() {
    lock.lock();
    try {
      letters.add("dear Ann");
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    new Thread(HeldWhileWaiting::read, "Ann").start();
    new Thread(HeldWhileWaiting::write, "Bob").start();
  }
}
