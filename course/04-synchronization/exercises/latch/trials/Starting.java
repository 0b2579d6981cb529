// what: two runners, and a gate opened by main
class Starting {
  static int prepared;

  static void runner(Latch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assert prepared == 1 : "began before all was prepared";
  }

  public static void main(String[] args) throws InterruptedException {
    var latch = new Latch();
    var ann = new Thread(() -> runner(latch), "Ann");
    var bob = new Thread(() -> runner(latch), "Bob");
    ann.start();
    bob.start();
    prepared = 1;
    latch.open();
  }
}
