// verdict: all-pass
// why: the turn is handed over inside the monitor.

public class PingPong {
  private final StringBuilder rally = new StringBuilder();
  private boolean pingNext = true;

  private synchronized void hit(boolean ping) throws InterruptedException {
    while (pingNext != ping) {
      wait();
    }
    rally.append(ping ? "ping " : "pong ");
    pingNext = !ping;
    notify();
  }

  private void play(boolean ping) {
    try {
      hit(ping);
      hit(ping);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    PingPong table = new PingPong();
    Thread ping = new Thread(() -> table.play(true), "ping");
    Thread pong = new Thread(() -> table.play(false), "pong");
    ping.start();
    pong.start();
    ping.join();
    pong.join();
    assert table.rally.toString().equals("ping pong ping pong ");
  }
}
