// verdict: all-pass
// why: fork happens-before the task, which happens-before the return from join (ForkJoinTask).
import java.util.concurrent.*;

class ForkedAndJoined {
  static int data;

  public static void main(String[] args) throws Exception {
    data = 0;
    var task = new Write();
    task.fork();
    task.join();
    int seen = data;
  }

  static class Write extends RecursiveAction {
    @Override
    protected void compute() {
      data = 1;
    }
  }
}
