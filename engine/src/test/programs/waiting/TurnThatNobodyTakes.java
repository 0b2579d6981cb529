// verdict: fails deadlock
// cause: none
// why: the turn of number 1 comes, whom there is not; whom notify woke makes no difference.

public class TurnThatNobodyTakes {
  private int turn;

  private synchronized void take(int number) {
    try {
      while (turn != number) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    turn++;
    notify();
  }

  public static void main(String[] args) {
    TurnThatNobodyTakes game = new TurnThatNobodyTakes();
    for (int number : new int[] {3, 2, 0}) {
      new Thread(() -> game.take(number), "player-" + number).start();
    }
  }
}
