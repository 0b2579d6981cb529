// verdict: fails lost-update Statistics.calls
// why: there is one enum constant, and nothing guards its field.

enum Statistics {
  INSTANCE;

  private int calls;

  void record() {
    calls++;
  }

  int calls() {
    return calls;
  }
}

public class EnumSingleton {
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(Statistics.INSTANCE::record);
    Thread second = new Thread(Statistics.INSTANCE::record);
    first.start();
    second.start();
    first.join();
    second.join();
    assert Statistics.INSTANCE.calls() == 2;
  }
}
