package heddle.engine.trace;

import heddle.engine.trace.SequenceDiagram.Arrow;
import heddle.engine.trace.SequenceDiagram.Participant;
import java.util.Locale;

/** Writes a sequence diagram as the member {@code sequence} of a report holds it. */
final class SequenceJson {
  private SequenceJson() {}

  static void write(JsonWriter json, SequenceDiagram diagram) {
    json.object(() -> {
      json.name("participants")
          .array(diagram.participants(), (_, participant) -> participant(json, participant));
      json.name("lines")
          .array(
              diagram.lines(),
              (_, line) ->
                  json.object(() -> {
                    json.name("step").value(line.step());
                    json.name("number").value(line.number());
                  }));
      json.name("arrows").array(diagram.arrows(), (_, arrow) -> arrow(json, arrow));
      json.name("hidden").value(diagram.hidden());
    });
  }

  private static void participant(JsonWriter json, Participant participant) {
    json.object(() -> {
      json.name("name").value(participant.name());
      json.name("letter").value(participant.letter());
      json.name("shape").value(lower(participant.shape()));
      json.name("colour").value(participant.colour());
    });
  }

  private static void arrow(JsonWriter json, Arrow arrow) {
    json.object(() -> {
      json.name("message").value(arrow.message());
      json.name("from").value(arrow.from());
      json.name("fromLine").value(arrow.fromLine());
      json.name("to").value(arrow.to());
      json.name("toLine").value(arrow.toLine());
      json.name("sent").value(arrow.sent());
      json.name("delivered").value(arrow.delivered());
      json.name("whole").value(arrow.whole());
      json.name("label").value(arrow.label());
      json.name("note").value(arrow.note());
      json.name("look").value(lower(arrow.look()));
      json.name("sentence").value(arrow.sentence());
    });
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
