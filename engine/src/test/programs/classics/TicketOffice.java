// verdict: fails failure AssertionError or lost-update
// why: the check for a free seat and the sale are two critical sections.

public class TicketOffice {
  private int seats = 1;
  private int sold;

  synchronized boolean hasSeats() {
    return seats > 0;
  }

  synchronized void sell() {
    seats--;
    sold++;
    assert seats >= 0 : "oversold: " + sold;
  }

  public static void main(String[] args) {
    TicketOffice office = new TicketOffice();
    for (String name : new String[] {"Ann", "Bob"}) {
      Runnable buy =
          () -> {
            if (office.hasSeats()) {
              office.sell();
            }
          };
      new Thread(buy, name).start();
    }
  }
}
