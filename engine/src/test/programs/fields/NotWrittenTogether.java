// verdict: fails failure AssertionError
// cause: none
// why: the two counts belong to two threads that nothing keeps together; no state of both is torn.

public class NotWrittenTogether {
  private static volatile int sent;
  private static volatile int received;

  private static void send() {
    sent = 1;
  }

  private static void receive() {
    received = 1;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread sender = new Thread(NotWrittenTogether::send, "sender");
    Thread receiver = new Thread(NotWrittenTogether::receive, "receiver");
    sender.start();
    receiver.start();
    int in = received;
    int out = sent;
    sender.join();
    receiver.join();
    assert in <= out : in + " of " + out;
  }
}
