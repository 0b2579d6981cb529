// verdict: fails failure IllegalStateException
// why: main is an instance method, and the two halves of the pair are read between two writes.

class InstanceMain {
  private String first = "a";
  private String second = "a";

  private void rename(String name) {
    first = name;
    second = name;
  }

  void main() throws InterruptedException {
    Thread renamer = new Thread(() -> rename("b"), "renamer");
    renamer.start();
    if (!first.equals(second)) {
      throw new IllegalStateException("torn");
    }
    renamer.join();
  }
}
