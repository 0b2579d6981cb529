// verdict: fails lost-update LongTotal.total
// why: += on a long field is a read and a write.

public class LongTotal {
  long total;

  void add(long amount) {
    total += amount;
  }

  public static void main(String[] args) throws InterruptedException {
    LongTotal account = new LongTotal();
    Thread salary = new Thread(() -> account.add(3_000_000_000L));
    Thread bonus = new Thread(() -> account.add(500_000_000L));
    salary.start();
    bonus.start();
    salary.join();
    bonus.join();
    assert account.total == 3_500_000_000L : account.total;
  }
}
