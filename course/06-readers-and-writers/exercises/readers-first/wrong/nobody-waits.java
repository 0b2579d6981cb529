// fails: right
// why: Everyone goes in.
class Library {
  synchronized void startReading() throws InterruptedException {
    // Your work begins here.
  }

  synchronized void stopReading() {}

  synchronized void startWriting() throws InterruptedException {}

  synchronized void stopWriting() {}
}
