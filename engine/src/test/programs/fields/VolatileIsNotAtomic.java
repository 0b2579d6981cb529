// verdict: fails lost-update VolatileIsNotAtomic.tickets
// why: volatile makes each access visible, not the two of tickets-- one step.

public class VolatileIsNotAtomic {
  private volatile int tickets = 4;

  private void sellTwo() {
    tickets--;
    tickets--;
  }

  public static void main(String[] args) throws InterruptedException {
    VolatileIsNotAtomic office = new VolatileIsNotAtomic();
    Thread counter = new Thread(office::sellTwo, "counter");
    Thread online = new Thread(office::sellTwo, "online");
    counter.start();
    online.start();
    counter.join();
    online.join();
    assert office.tickets == 0;
  }
}
