package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Verdict;
import heddle.engine.trace.Operation.Transfer;
import heddle.engine.trace.SequenceDiagram.Participant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {
  private static SequenceDiagram diagram(Wire wire) {
    Verdict.Fails fails = wire.fails();
    return SequenceDiagram.of(fails, Lanes.of(fails));
  }

  private static String drawn(Wire wire, int width) {
    return String.join("\n", SequenceText.draw(diagram(wire), Ink.PLAIN, width)) + "\n";
  }

  private static Wire split() {
    return new Wire("main", "server")
        .connected()
        .tcp(0, Transfer.SENT, false, "hello\n")
        .tcp(1, Transfer.SPLIT, false, "hel")
        .tcp(1, Transfer.SENT, true, "leh\n")
        .tcp(0, Transfer.RECEIVED, true, "leh\n");
  }

  @Test
  void what_is_read_at_once_is_straight_and_what_is_split_says_so() {
    assertThat(drawn(split(), 78))
        .isEqualTo(
            """
            step  M main                                  A server
             1    ├┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄connect┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▶│
             3    ├─────────────"hello\\n"──────────────╌╌ │
             4    │ ╌╌───────────────"hel"───────────────▶│  3 of 6 bytes
             5    │◀────────────────"leh\\n"───────────────┤
            """);
  }

  @Test
  void a_lost_datagram_ends_in_a_cross() {
    Wire wire =
        new Wire("main", "server").udp(0, Transfer.LOST, 1, "ping").udp(1, Transfer.SENT, 2, "x");

    assertThat(drawn(wire, 60)).contains("──✖").contains("lost");
  }

  @Test
  void arrows_never_pass_the_width_and_a_list_replaces_what_is_too_narrow() {
    Wire wire = new Wire("main", "a-server-with-a-long-name", "third", "fourth", "fifth");
    for (int thread = 1; thread < 5; thread++) {
      String from = "localhost:5000" + thread;
      wire.transfer(thread, Transfer.CONNECTED, 0, from, Wire.SERVER, "")
          .transfer(0, Transfer.ACCEPTED, 0, from, Wire.SERVER, "")
          .transfer(thread, Transfer.SENT, 0, from, Wire.SERVER, "漢字".repeat(20))
          .transfer(0, Transfer.SPLIT, 0, from, Wire.SERVER, "漢");
    }
    SequenceDiagram diagram = diagram(wire);

    for (int width = 40; width < 150; width++) {
      int most = width;
      assertThat(SequenceText.draw(diagram, Ink.PLAIN, width))
          .allSatisfy(line -> assertThat(Printable.width(line)).isLessThanOrEqualTo(most));
    }
    assertThat(SequenceText.draw(diagram, Ink.PLAIN, 60).getFirst())
        .startsWith("a-server-with-a-long-name asks for a connection to main");
    assertThat(SequenceText.draw(diagram, Ink.PLAIN, 120).getFirst()).startsWith("step  M main");
  }

  @Test
  void threads_of_one_host_share_its_lifeline() {
    Wire wire =
        new Wire("client/main", "server/main", "server/worker")
            .tcp(0, Transfer.CONNECTED, false, "")
            .tcp(1, Transfer.ACCEPTED, false, "")
            .tcp(0, Transfer.SENT, false, "abc")
            .tcp(2, Transfer.RECEIVED, false, "abc");

    assertThat(diagram(wire).participants())
        .extracting(Participant::name)
        .containsExactly("client", "server");
  }

  @Test
  void an_address_that_no_thread_ever_used_is_a_participant_of_its_own() {
    Wire wire = new Wire("main").tcp(0, Transfer.REFUSED, false, "");

    SequenceDiagram diagram = diagram(wire);
    assertThat(diagram.participants())
        .extracting(Participant::name)
        .containsExactly("main", Wire.SERVER);
    assertThat(diagram.arrows().getFirst().sentence())
        .isEqualTo("Step 1: main asks for a connection to localhost:7 (refused).");
  }

  @Test
  void among_many_messages_those_that_something_happened_to_stay() {
    Wire wire = new Wire("main", "server").connected();
    wire.tcp(0, Transfer.SENT, false, "cut").tcp(1, Transfer.SPLIT, false, "c");
    wire.tcp(1, Transfer.RECEIVED, false, "ut");
    for (int i = 0; i < 30; i++) {
      wire.tcp(0, Transfer.SENT, false, "m" + i).tcp(1, Transfer.RECEIVED, false, "m" + i);
    }

    SequenceDiagram diagram = diagram(wire);
    assertThat(diagram.hidden()).isEqualTo(22);
    assertThat(diagram.arrows().getFirst().note()).isEqualTo("1 of 3 bytes");
    assertThat(diagram.arrows().getLast().label()).isEqualTo("\"m29\"");
  }

  @Test
  void an_execution_without_messages_has_no_diagram() {
    Verdict.Fails fails = Runs.lostUpdate();

    assertThat(SequenceDiagram.of(fails, Lanes.of(fails)).isEmpty()).isTrue();
    assertThat(new ReportText(false, 80, false).write(Runs.report(fails), _ -> ""))
        .doesNotContain("messages");
  }

  @Test
  void the_page_draws_it_and_says_the_same_in_words() {
    String page = ReportHtml.write(Runs.report(split().fails()), List.of(), _ -> "");

    assertThat(page)
        .contains("<svg class=\"sequence\"")
        .contains("<text class=\"label\" text-anchor=\"middle\"")
        .contains(
            "<li>Step 3: main sends &quot;hel&quot; to server, read at step 4 (3 of 6 bytes).")
        .doesNotContain(" style=");
  }

  @Test
  void json_has_the_messages_and_the_diagram() {
    String json = ReportJson.write(Runs.report(split().fails()));

    assertThat(json.replaceAll("\\s+", " "))
        .contains(
            "{ \"number\": 2, \"kind\": \"bytes\", \"from\": \"localhost:50000\", \"to\": \"localhost:7\", \"thread\": 0,"
                + " \"sent\": 3, \"bytes\": 6, \"text\": \"hello\\\\n\", \"form\": \"UTF-8\","
                + " \"delivered\": [ { \"step\": 4, \"thread\": 1, \"bytes\": 3 } ], \"fate\": \"split\", \"late\": false }")
        .contains("\"sequence\": { \"participants\": [ { \"name\": \"main\"")
        .contains("\"note\": \"3 of 6 bytes\", \"look\": \"part\"");
  }
}
