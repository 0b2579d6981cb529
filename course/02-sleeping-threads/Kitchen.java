// verdict: fails
// only-sleep: true
// why: Nothing but the clock orders the two threads.
class Kitchen {
  static String plate = "empty";

  static void cook() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      return;
    }
    plate = "soup";
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(Kitchen::cook, "Ann");
    ann.start();
    Thread.sleep(200);
    assert plate.equals("soup") : "served an " + plate + " plate";
  }
}
