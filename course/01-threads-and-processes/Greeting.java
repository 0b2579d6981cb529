// verdict: fails
// why: Nothing makes main wait for Ann before it reads.
class Greeting {
  static String greeting = "";

  static void greet() {
    greeting = "hello";
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(Greeting::greet, "Ann");
    ann.start();
    assert greeting.equals("hello") : "nobody has greeted yet";
  }
}
