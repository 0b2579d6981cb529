// what: two readers who meet inside
// criterion: parallel
import java.util.concurrent.CyclicBarrier;

class ReadTogether {
  static final CyclicBarrier bothInside = new CyclicBarrier(2);

  static void read(Library library) {
    try {
      library.startReading();
      bothInside.await();
      library.stopReading();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    var library = new Library();
    new Thread(() -> read(library), "Ann").start();
    new Thread(() -> read(library), "Bob").start();
  }
}
