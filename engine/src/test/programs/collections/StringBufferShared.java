// verdict: all-pass
// why: each append to a StringBuffer is atomic.

public class StringBufferShared {
  public static void main(String[] args) throws InterruptedException {
    StringBuffer text = new StringBuffer();
    Thread ann = new Thread(() -> text.append("ab"));
    Thread bob = new Thread(() -> text.append("cd"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert text.toString().equals("abcd") || text.toString().equals("cdab");
  }
}
