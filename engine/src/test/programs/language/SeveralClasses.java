// verdict: all-pass
// interleavings: 2
// main: Application
// why: the class with main is neither public nor named like the file.

class Journal {
  private final StringBuilder lines = new StringBuilder();

  synchronized void write(String line) {
    lines.append(line).append(';');
  }

  synchronized int length() {
    return lines.length();
  }
}

class Writer extends Thread {
  private final Journal journal;

  Writer(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void run() {
    journal.write(getName());
  }
}

class Application {
  static void main() throws InterruptedException {
    Journal journal = new Journal();
    Writer ann = new Writer(journal);
    Writer bob = new Writer(journal);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert journal.length() == 18;
  }
}
