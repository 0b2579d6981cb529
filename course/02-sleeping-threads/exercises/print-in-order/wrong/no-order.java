// fails: right
// why: Nothing makes anyone wait.
class Order {
  void first(Runnable print) throws InterruptedException {
    print.run();
  }

  void second(Runnable print) throws InterruptedException {
    print.run();
  }

  void third(Runnable print) throws InterruptedException {
    print.run();
  }
}
