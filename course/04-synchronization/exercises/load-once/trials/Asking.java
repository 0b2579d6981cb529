// what: two threads that ask at once
class Asking {
  static Settings first;
  static Settings second;

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(() -> first = Settings.get(), "Ann");
    var bob = new Thread(() -> second = Settings.get(), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert first != null && first == second : "two different ones";
    assert Settings.loads == 1 : "loaded " + Settings.loads + " times";
  }
}
