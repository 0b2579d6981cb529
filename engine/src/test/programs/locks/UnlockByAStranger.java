// verdict: fails failure IllegalMonitorStateException
// why: only the thread that holds a ReentrantLock may give it back.

import java.util.concurrent.locks.ReentrantLock;

public class UnlockByAStranger {
  public static void main(String[] args) throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    Thread stranger = new Thread(lock::unlock, "stranger");
    stranger.start();
    stranger.join();
    lock.unlock();
  }
}
