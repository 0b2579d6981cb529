// what: two who want the same name
class BothWantIt {
  static boolean annGot;
  static boolean bobGot;

  public static void main(String[] args) throws InterruptedException {
    var names = new Names();
    var ann = new Thread(() -> annGot = names.take("fox"), "Ann");
    var bob = new Thread(() -> bobGot = names.take("fox"), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert annGot != bobGot : annGot ? "both got it" : "nobody got it";
  }
}
