// verdict: passes
// why: Peterson's algorithm lets one of two threads in, given volatile fields.

public class Peterson {
  private static volatile boolean wantsAnn;
  private static volatile boolean wantsBob;
  private static volatile int turn;
  private static int visits;

  private static void ann() {
    wantsAnn = true;
    turn = 2;
    while (wantsBob && turn == 2) {
      Thread.onSpinWait();
    }
    visits++;
    wantsAnn = false;
  }

  private static void bob() {
    wantsBob = true;
    turn = 1;
    while (wantsAnn && turn == 1) {
      Thread.onSpinWait();
    }
    visits++;
    wantsBob = false;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(Peterson::ann);
    Thread bob = new Thread(Peterson::bob);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert visits == 2;
  }
}
