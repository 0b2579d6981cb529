// verdict: fails lost-update InnerClasses.pieces
// why: an inner class writes a field of its outer object.

public class InnerClasses {
  private int pieces;

  private class Worker extends Thread {
    @Override
    public void run() {
      pieces++;
    }
  }

  private void work() throws InterruptedException {
    Worker worker = new Worker();
    Thread helper =
        new Thread() {
          @Override
          public void run() {
            pieces++;
          }
        };
    worker.start();
    helper.start();
    worker.join();
    helper.join();
    assert pieces == 2;
  }

  public static void main(String[] args) throws InterruptedException {
    new InnerClasses().work();
  }
}
