package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.trace.Message.Fate;
import heddle.engine.trace.Message.Kind;
import heddle.engine.trace.Operation.Transfer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageListTest {
  private static List<Fate> fates(Wire wire, Kind kind) {
    return wire.trace().messages().stream()
        .filter(message -> message.kind() == kind)
        .map(Message::fate)
        .toList();
  }

  @Test
  void a_write_that_one_read_gets_is_delivered_as_it_is() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.SENT, false, "abc\n")
            .tcp(1, Transfer.RECEIVED, false, "abc\n");

    Message message = wire.trace().messages().get(1);
    assertThat(message.kind()).isEqualTo(Kind.BYTES);
    assertThat(message.fate()).isEqualTo(Fate.OK);
    assertThat(message.from()).isEqualTo(Wire.CLIENT);
    assertThat(message.to()).isEqualTo(Wire.SERVER);
    assertThat(message.payload().text()).isEqualTo("abc\n");
    assertThat(message.sent()).isEqualTo(3);
    assertThat(message.deliveries())
        .extracting(Message.Delivery::step, Message.Delivery::thread, Message.Delivery::bytes)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(4, 1, 4));
  }

  @Test
  void a_write_that_the_network_cuts_is_split() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.SENT, false, "hello")
            .tcp(1, Transfer.SPLIT, false, "he")
            .tcp(1, Transfer.RECEIVED, false, "llo");

    assertThat(fates(wire, Kind.BYTES)).containsExactly(Fate.SPLIT);
    assertThat(wire.trace().messages().getLast().deliveries())
        .extracting(Message.Delivery::bytes)
        .containsExactly(2, 3);
  }

  @Test
  void a_reader_that_asks_for_one_byte_at_a_time_splits_nothing() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.SENT, false, "ab")
            .tcp(1, Transfer.RECEIVED, false, "a")
            .tcp(1, Transfer.RECEIVED, false, "b");

    assertThat(fates(wire, Kind.BYTES)).containsExactly(Fate.OK);
  }

  @Test
  void two_writes_that_one_read_gets_are_joined() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.SENT, false, "one\n")
            .tcp(0, Transfer.SENT, false, "two\n")
            .tcp(1, Transfer.RECEIVED, false, "one\ntwo\n");

    assertThat(fates(wire, Kind.BYTES)).containsExactly(Fate.JOINED, Fate.JOINED);
  }

  @Test
  void both_directions_of_a_connection_are_apart() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.SENT, false, "question")
            .tcp(1, Transfer.SENT, true, "answer")
            .tcp(0, Transfer.RECEIVED, true, "answer");

    List<Message> messages = wire.trace().messages();
    assertThat(messages.get(1).deliveries()).isEmpty();
    assertThat(messages.get(2).deliveries()).hasSize(1);
  }

  @Test
  void bytes_left_unread_by_the_one_who_closes_are_reset() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.SENT, false, "abc")
            .tcp(1, Transfer.ABORTED, true, "");

    assertThat(fates(wire, Kind.BYTES)).containsExactly(Fate.RESET);
    assertThat(fates(wire, Kind.END)).containsExactly(Fate.RESET);
  }

  @Test
  void the_end_is_delivered_to_the_read_that_sees_it_and_who_closes_second_sends_none() {
    Wire wire =
        new Wire("main", "server")
            .connected()
            .tcp(0, Transfer.CLOSED, false, "")
            .tcp(1, Transfer.END_OF_STREAM, false, "")
            .tcp(1, Transfer.CLOSED, true, "");

    List<Message> ends =
        wire.trace().messages().stream().filter(each -> each.kind() == Kind.END).toList();
    assertThat(ends).hasSize(1);
    assertThat(ends.getFirst().deliveries()).extracting(Message.Delivery::step).containsExactly(4);
  }

  @Test
  void a_connection_that_is_refused_is_never_delivered() {
    Wire wire = new Wire("main", "server").tcp(0, Transfer.REFUSED, false, "");

    assertThat(fates(wire, Kind.CONNECT)).containsExactly(Fate.RESET);
  }

  @Test
  void equal_datagrams_are_told_apart_by_their_numbers() {
    Wire wire =
        new Wire("main", "server")
            .udp(0, Transfer.SENT_LATE, 1, "x")
            .udp(0, Transfer.SENT, 2, "x")
            .udp(1, Transfer.RECEIVED, 2, "x")
            .udp(1, Transfer.RECEIVED, 1, "x");

    assertThat(fates(wire, Kind.DATAGRAM)).containsExactly(Fate.REORDERED, Fate.OK);
  }

  @Test
  void a_datagram_is_lost_or_comes_twice() {
    Wire wire =
        new Wire("main", "server")
            .udp(0, Transfer.LOST, 1, "gone")
            .udp(0, Transfer.UNREACHABLE, 2, "nobody")
            .udp(0, Transfer.DUPLICATED, 3, "twice")
            .udp(1, Transfer.RECEIVED, 3, "twice")
            .udp(1, Transfer.RECEIVED, 3, "twice");

    assertThat(fates(wire, Kind.DATAGRAM)).containsExactly(Fate.LOST, Fate.LOST, Fate.DUPLICATED);
    assertThat(wire.trace().messages().getLast().deliveries()).hasSize(2);
  }
}
