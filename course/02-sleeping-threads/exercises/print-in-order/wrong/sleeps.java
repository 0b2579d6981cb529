// fails: no-sleep
// why: It is right as long as nobody is held up.
class Order {
  void first(Runnable print) throws InterruptedException {
    print.run();
  }

  void second(Runnable print) throws InterruptedException {
    Thread.sleep(100);
    print.run();
  }

  void third(Runnable print) throws InterruptedException {
    Thread.sleep(200);
    print.run();
  }
}
