// verdict: fails lost-update CompactSource.count
// why: a field of a compact source file is shared like any other.

int count;

void add() {
  count++;
}

void main() throws InterruptedException {
  var first = new Thread(this::add, "first");
  var second = new Thread(this::add, "second");
  first.start();
  second.start();
  first.join();
  second.join();
  assert count == 2 : "count is " + count;
}
