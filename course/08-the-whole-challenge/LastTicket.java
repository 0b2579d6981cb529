// verdict: fails
// why: Between isEmpty and remove the other one may take the ticket.
import java.util.List;
import java.util.Vector;

class LastTicket {
  static final Vector<String> tickets = new Vector<>(List.of("row 1, seat 7"));

  static void buy() {
    if (!tickets.isEmpty()) {
      tickets.remove(0);
    }
  }

  public static void main(String[] args) {
    new Thread(LastTicket::buy, "Ann").start();
    new Thread(LastTicket::buy, "Bob").start();
  }
}
