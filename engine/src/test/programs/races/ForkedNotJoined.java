// verdict: fails race
// why: What follows fork is not ordered with the task before join (ForkJoinTask).
import java.util.concurrent.*;

class ForkedNotJoined {
  static int data;

  public static void main(String[] args) throws Exception {
    var task = new Write();
    task.fork();
    int seen = data;
    task.join();
  }

  static class Write extends RecursiveAction {
    @Override
    protected void compute() {
      data = 1;
    }
  }
}
