// verdict: passes
// why: An interrupt ends the sleep, whether it comes before or after it has begun.
class Alarm {
  static boolean woken;

  static void sleepLong() {
    try {
      while (true) {
        Thread.sleep(3_600_000);
      }
    } catch (InterruptedException e) {
      woken = true;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var sleeper = new Thread(Alarm::sleepLong, "Sleeper");
    sleeper.start();
    sleeper.interrupt();
    sleeper.join();
    assert woken : "was never woken";
  }
}
