// verdict: fails deadlock
// why: the initialiser waits for a thread that needs the class to be initialised.

public class InitialiserWaits {
  static class Cache {
    static int size;

    static {
      Thread loader = new Thread(() -> size = 100, "loader");
      loader.start();
      try {
        loader.join();
      } catch (InterruptedException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  public static void main(String[] args) {
    System.out.println(Cache.size);
  }
}
