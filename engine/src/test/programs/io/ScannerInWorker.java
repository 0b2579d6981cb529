// verdict: passes
// input: ann 3\nbob 4\n
// why: one thread reads and hands over, the other adds.

import java.util.Scanner;
import java.util.concurrent.SynchronousQueue;

public class ScannerInWorker {
  public static void main(String[] args) throws InterruptedException {
    SynchronousQueue<Integer> numbers = new SynchronousQueue<>();
    Thread reader =
        new Thread(() -> {
          Scanner scanner = new Scanner(System.in);
          try {
            while (scanner.hasNext()) {
              scanner.next();
              numbers.put(scanner.nextInt());
            }
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    reader.start();
    assert numbers.take() + numbers.take() == 7;
    reader.join();
  }
}
