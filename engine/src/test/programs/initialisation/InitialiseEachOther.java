// verdict: fails deadlock
// cause: none
// why: each of two threads initialises one class and needs the other, which the other initialises.

class Chicken {
  static final Object EGG = Egg.LAID_BY == null ? "no egg" : new Object();
  static final String NAME = "chicken".strip();
}

class Egg {
  static final Object LAID_BY = Chicken.NAME == null ? "nobody" : new Object();
}

public class InitialiseEachOther {
  public static void main(String[] args) throws InterruptedException {
    Thread chicken = new Thread(() -> System.out.println(Chicken.NAME), "chicken");
    Thread egg = new Thread(() -> System.out.println(Egg.LAID_BY), "egg");
    chicken.start();
    egg.start();
    chicken.join();
    egg.join();
  }
}
