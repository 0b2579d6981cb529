// verdict: fails failure ExceptionInInitializerError
// why: an exception in a static initialiser reaches the thread that needed the class.

public class InitialiserFails {
  static class Config {
    static final int PORT = Integer.parseInt("eighty");
  }

  public static void main(String[] args) throws InterruptedException {
    Thread server = new Thread(() -> System.out.println("port " + Config.PORT), "server");
    server.start();
    server.join();
  }
}
