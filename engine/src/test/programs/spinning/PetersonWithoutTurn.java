// verdict: fails livelock
// why: both raise their flag and wait politely for the other to take it down.

public class PetersonWithoutTurn {
  private static volatile boolean wantsAnn;
  private static volatile boolean wantsBob;

  public static void main(String[] args) {
    Thread ann =
        new Thread(
            () -> {
              wantsAnn = true;
              while (wantsBob) {
                Thread.onSpinWait();
              }
              wantsAnn = false;
            },
            "Ann");
    Thread bob =
        new Thread(
            () -> {
              wantsBob = true;
              while (wantsAnn) {
                Thread.onSpinWait();
              }
              wantsBob = false;
            },
            "Bob");
    ann.start();
    bob.start();
  }
}
