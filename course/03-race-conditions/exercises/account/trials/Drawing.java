// what: two people who draw 8 and 7 from 10
class Drawing {
  static boolean annGot;
  static boolean bobGot;

  public static void main(String[] args) throws InterruptedException {
    var account = new Account(10);
    var ann = new Thread(() -> annGot = account.withdraw(8), "Ann");
    var bob = new Thread(() -> bobGot = account.withdraw(7), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    int expected = 10 - (annGot ? 8 : 0) - (bobGot ? 7 : 0);
    assert account.balance() >= 0 : "the balance is " + account.balance();
    assert account.balance() == expected : "the balance is " + account.balance() + ", expected " + expected;
    assert annGot || bobGot : "nobody got anything";
  }
}
