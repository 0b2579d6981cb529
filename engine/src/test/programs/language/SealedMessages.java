// verdict: passes
// why: records, a sealed interface and a switch over patterns, handed over in a queue.

import java.util.concurrent.LinkedBlockingQueue;

public class SealedMessages {
  sealed interface Message {}

  record Add(int amount) implements Message {}

  record Text(String words) implements Message {}

  enum Control implements Message {
    PAUSE,
    STOP
  }

  private static final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();

  private static int receive() throws InterruptedException {
    int sum = 0;
    while (true) {
      switch (inbox.take()) {
        case Add(int amount) -> sum += amount;
        case Text(String words) when words.isBlank() -> sum--;
        case Text(String words) -> sum += words.length();
        case Control.PAUSE -> Thread.yield();
        case Control.STOP -> {
          return sum;
        }
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread sender =
        new Thread(() -> {
          inbox.add(new Add(5));
          inbox.add(new Text(" "));
          inbox.add(Control.PAUSE);
          inbox.add(new Text("abc"));
          inbox.add(Control.STOP);
        });
    sender.start();
    assert receive() == 7;
    sender.join();
  }
}
