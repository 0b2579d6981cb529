// verdict: fails failure NullPointerException
// only-sleep: true
// why: poll gives null when the producer is not done within the time-out.

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class PollWithTimeTrusted {
  public static void main(String[] args) throws InterruptedException {
    LinkedBlockingQueue<String> mail = new LinkedBlockingQueue<>();
    new Thread(() -> mail.add("hello"), "postman").start();
    String letter = mail.poll(5, TimeUnit.SECONDS);
    System.out.println(letter.length());
  }
}
