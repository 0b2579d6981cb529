// verdict: fails failure IllegalArgumentException
// args: --threads 0
// why: the arguments reach main.

public class Arguments {
  public static void main(String[] args) throws InterruptedException {
    int threads = args[0].equals("--threads") ? Integer.parseInt(args[1]) : 1;
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected at least 1, got " + threads);
    }
    Thread.ofPlatform().start(() -> System.out.println("working")).join();
  }
}
