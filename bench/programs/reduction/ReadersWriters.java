// verdict: all-pass
// why: right in every order; bench/run reduction counts these.

/** Two readers and two writers of one monitor-made readers-writers lock, once each. */
class ReadersWriters {
  static int readers;
  static boolean writing;
  static int value;

  static synchronized void startRead() throws InterruptedException {
    while (writing) {
      ReadersWriters.class.wait();
    }
    readers++;
  }

  static synchronized void endRead() {
    readers--;
    ReadersWriters.class.notifyAll();
  }

  static synchronized void startWrite() throws InterruptedException {
    while (writing || readers > 0) {
      ReadersWriters.class.wait();
    }
    writing = true;
  }

  static synchronized void endWrite() {
    writing = false;
    ReadersWriters.class.notifyAll();
  }

  static void read() {
    try {
      startRead();
      assert value >= 0;
      endRead();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write() {
    try {
      startWrite();
      value++;
      endWrite();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = {
      new Thread(ReadersWriters::read),
      new Thread(ReadersWriters::read),
      new Thread(ReadersWriters::write),
      new Thread(ReadersWriters::write)
    };
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert value == 2;
  }
}
