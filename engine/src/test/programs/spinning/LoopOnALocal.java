// verdict: fails step-bound or never-ends or livelock
// why: the condition of the loop is always true, and no other thread could change that.

public class LoopOnALocal {
  public static void main(String[] args) {
    int digits = 0;
    int number = 1000;
    while (number != 0) {
      digits++;
      number = Math.max(1, number / 10);
    }
    System.out.println(digits);
  }
}
