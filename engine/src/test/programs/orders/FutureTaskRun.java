// verdict: all-pass
// why: The task happens-before the return from get (FutureTask).
import java.util.concurrent.*;

class FutureTaskRun {
  static int data;

  public static void main(String[] args) throws Exception {
    var task = new FutureTask<Integer>(() -> data = 1);
    var one = new Thread(task, "one");
    one.start();
    task.get();
    int seen = data;
    one.join();
  }
}
