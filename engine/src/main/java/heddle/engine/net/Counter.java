package heddle.engine.net;

/** A counter that wakes who waits for it: eventfd(2). */
final class Counter extends Descriptor {
  private long count;

  Counter(Kernel kernel) {
    super(kernel);
  }

  void signal() {
    count++;
    changed();
  }

  boolean drain() {
    boolean any = count > 0;
    count = 0;
    return any;
  }

  @Override
  int ready() {
    return (count > 0 ? IN : 0) | OUT;
  }

  @Override
  void end() {}
}
