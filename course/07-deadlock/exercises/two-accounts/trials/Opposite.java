// what: two transfers in opposite directions
class Opposite {
  public static void main(String[] args) throws InterruptedException {
    var bank = new Bank();
    var ann = new Thread(() -> bank.transfer(0, 1, 30, () -> {}), "Ann");
    var bob = new Thread(() -> bank.transfer(1, 0, 10, () -> {}), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert bank.balance(0) == 80 && bank.balance(1) == 120 : bank.balance(0) + " and " + bank.balance(1);
  }
}
