// verdict: all-pass
// interleavings: 2
// why: the write to data happens before the volatile write that the reader sees.

public class VolatilePublishes {
  private static int data;
  private static volatile boolean ready;

  public static void main(String[] args) throws InterruptedException {
    Thread writer =
        new Thread(() -> {
          data = 42;
          ready = true;
        });
    Thread reader =
        new Thread(() -> {
          if (ready) {
            assert data == 42;
          }
        });
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
