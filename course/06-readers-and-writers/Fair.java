// verdict: passes
// why: Numbers are served in order, so nobody overtakes.
class Fair {
  static int nextNumber;
  static int served;
  static int readers;
  static int lastIn = -1;

  static synchronized void startReading() {
    int mine = nextNumber++;
    while (served != mine) {
      pause();
    }
    readers++;
    enter(mine);
    served++; // the next one may come in, too, if it reads
    Fair.class.notifyAll();
  }

  static synchronized void stopReading() {
    readers--;
    Fair.class.notifyAll();
  }

  static synchronized void write() {
    int mine = nextNumber++;
    while (served != mine || readers > 0) {
      pause();
    }
    enter(mine);
    served++;
    Fair.class.notifyAll();
  }

  static void enter(int number) {
    assert number == lastIn + 1 : "number " + number + " overtook";
    lastIn = number;
  }

  static void read() {
    startReading();
    stopReading();
  }

  static void pause() {
    try {
      Fair.class.wait();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    new Thread(Fair::read, "Ann").start();
    new Thread(Fair::write, "Writer").start();
    new Thread(Fair::read, "Bob").start();
  }
}
