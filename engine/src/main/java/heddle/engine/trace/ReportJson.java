package heddle.engine.trace;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.Outcomes;
import heddle.engine.Place;
import heddle.engine.Report;
import heddle.engine.Verdict;
import heddle.engine.trace.Lanes.Row;
import java.util.List;
import java.util.Locale;

/** Writes a report as JSON, in the format that {@code docs/guide/json.md} describes. */
public final class ReportJson {
  /** Rises when a reader of the older format would misread the newer one. */
  public static final int FORMAT = 1;

  private final JsonWriter json = new JsonWriter();

  private ReportJson() {}

  /** Returns the report as one JSON object, ending in a line break. */
  public static String write(Report report) {
    var writer = new ReportJson();
    writer.report(report);
    return writer.json + "\n";
  }

  /** Returns a table alone, as the member {@code lanes} of a report holds it. */
  public static String write(Lanes lanes) {
    var writer = new ReportJson();
    writer.lanes(lanes);
    return writer.json + "\n";
  }

  private void report(Report report) {
    json.object(() -> {
      json.name("format").value(FORMAT);
      json.name("verdict").value(verdict(report.verdict()));
      json.name("executions").value(report.executions());
      json.name("steps").value(report.steps());
      json.name("nanos").value(report.nanos());
      json.name("seed").value(report.seed());
      json.name("strategy").value(report.strategy());
      json.name("output").value(report.output());
      strings("notes", report.notes());
      outcomes(report.outcomes());
      switch (report.verdict()) {
        case Verdict.AllPass(long interleavings, boolean reduced, boolean proved) -> {
          json.name("interleavings").value(interleavings).name("reduced").value(reduced);
          json.name("proved").value(proved);
        }
        case Verdict.NothingFound(double share, int preemptions) ->
            json.name("shareExplored").value(share).name("preemptions").value(preemptions);
        case Verdict.NotControllable(var escapes) ->
            json.name("escapes").array(escapes, (_, escape) -> escape(escape));
        case Verdict.Fails fails -> fails(fails);
      }
    });
  }

  private void outcomes(Outcomes outcomes) {
    json.name("outcomes")
        .array(
            outcomes.list(),
            (_, outcome) ->
                json.object(() -> {
                  json.name("output").value(outcome.output());
                  json.name("failure").value(outcome.failure());
                  json.name("count").value(outcome.count());
                  json.name("schedule").value(outcome.schedule().text());
                }));
    json.name("allOutcomes").value(outcomes.all());
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.AllPass _ -> "allPass";
      case Verdict.NothingFound _ -> "nothingFound";
      case Verdict.Fails _ -> "fails";
      case Verdict.NotControllable _ -> "notControllable";
    };
  }

  private void escape(Verdict.Escape escape) {
    json.object(() -> {
      json.name("what").value(escape.what());
      place("place", escape.place());
    });
  }

  private void fails(Verdict.Fails fails) {
    json.name("finding");
    finding(fails.finding());
    json.name("schedule").value(fails.schedule().text());
    json.name("execution").value(fails.execution());
    json.name("switches").value(fails.switches());
    json.name("onlySleepPrevents").value(fails.onlySleepPrevents());
    json.name("threads").array(fails.trace().threads(), (_, thread) -> thread(thread));
    json.name("events").array(fails.trace().events(), (_, event) -> event(event));
    json.name("messages").array(fails.trace().messages(), (_, message) -> message(message));
    Lanes lanes = Lanes.of(fails);
    json.name("lanes");
    lanes(lanes);
    json.name("sequence");
    SequenceJson.write(json, SequenceDiagram.of(fails, lanes));
  }

  private void message(Message message) {
    json.object(() -> {
      json.name("number").value(message.number());
      json.name("kind").value(lower(message.kind()));
      json.name("from").value(message.from());
      json.name("to").value(message.to());
      json.name("thread").value(message.sender());
      json.name("sent").value(message.sent());
      payload(message.payload());
      json.name("delivered")
          .array(
              message.deliveries(),
              (_, read) ->
                  json.object(() -> {
                    json.name("step").value(read.step());
                    json.name("thread").value(read.thread());
                    json.name("bytes").value(read.bytes());
                  }));
      json.name("fate").value(lower(message.fate()));
      json.name("late").value(message.late());
    });
  }

  private void payload(Payload payload) {
    json.name("bytes").value(payload.bytes());
    json.name("text").value(Printable.line(payload.text()));
    json.name("form").value(payload.form() == Payload.Form.HEX ? "hex" : "UTF-8");
  }

  private void finding(Finding finding) {
    json.object(() -> {
      json.name("kind").value(camel(finding.getClass().getSimpleName()));
      json.name("title").value(finding.title());
      json.name("explanation").value(finding.explanation());
      finding.cause().ifPresent(this::cause);
      switch (finding) {
        case Finding.Failure failure -> failure(failure);
        case Finding.LostUpdate lost -> {
          json.name("variable").value(lost.variable());
          json.name("failure").object(() -> failure(lost.failure()));
        }
        case Finding.Deadlock deadlock -> {
          json.name("cycle").value(deadlock.cycle());
          waits(deadlock.waits());
        }
        case Finding.DataRace race -> {
          json.name("race").value(camel(race.kind().name().toLowerCase(java.util.Locale.ROOT)));
          json.name("variable").value(race.variable());
          json.name("first").object(() -> access(race.first()));
          json.name("second").object(() -> access(race.second()));
        }
        case Finding.NeverEnds neverEnds -> waits(neverEnds.waits());
        case Finding.Livelock livelock -> waits(livelock.loops());
        case Finding.NonZeroExit exit -> {
          json.name("thread").value(exit.thread());
          json.name("status").value(exit.status());
          place("place", exit.place());
        }
        case Finding.StepBound bound -> {
          json.name("thread").value(bound.thread());
          json.name("steps").value(bound.steps());
          place("place", bound.place());
        }
      }
    });
  }

  private void cause(Cause cause) {
    json.name("cause")
        .object(() -> {
          json.name("kind").value(cause.kind().label());
          strings("subjects", cause.subjects());
          json.name("steps").array(cause.steps(), (_, step) -> json.value(step));
        });
  }

  private void access(Finding.Access access) {
    json.name("thread").value(access.thread());
    json.name("write").value(access.write());
    json.name("step").value(access.step());
    place("place", access.place());
    strings("stack", access.stack());
  }

  private void failure(Finding.Failure failure) {
    json.name("thread").value(failure.thread());
    json.name("type").value(failure.type());
    json.name("message").value(failure.message());
    place("place", failure.place());
    strings("stack", failure.stack());
  }

  private void waits(List<Finding.Wait> waits) {
    json.name("waits")
        .array(
            waits,
            (_, wait) ->
                json.object(() -> {
                  json.name("thread").value(wait.thread());
                  json.name("waitsFor").value(wait.waitsFor());
                  place("place", wait.place());
                  json.name("owner").value(wait.owner());
                  json.name("holds").array(wait.holds(), (_, held) -> held(held));
                }));
  }

  private void held(Finding.Held held) {
    json.object(() -> {
      json.name("lock").value(held.lock());
      place("place", held.place());
    });
  }

  private void thread(Trace.TracedThread thread) {
    json.object(() -> {
      json.name("number").value(thread.number());
      json.name("name").value(thread.name());
      json.name("virtual").value(thread.virtual());
      json.name("daemon").value(thread.daemon());
    });
  }

  private void event(Event event) {
    json.object(() -> {
      json.name("step").value(event.step());
      json.name("thread").value(event.thread());
      json.name("nanos").value(event.nanos());
      json.name("operation").value(camel(event.operation().getClass().getSimpleName()));
      operation(event.operation());
      place("place", event.place());
    });
  }

  private void read(String variable, String value) {
    json.name("variable").value(variable);
    json.name("value").value(value);
  }

  private void operation(Operation operation) {
    switch (operation) {
      case Operation.Read(String variable, String value) -> read(variable, value);
      case Operation.ReadStale(String variable, String value, String newest) -> {
        read(variable, value);
        json.name("newest").value(newest);
      }
      case Operation.Write(String variable, String before, String value) -> {
        json.name("variable").value(variable);
        json.name("before").value(before);
        json.name("value").value(value);
      }
      case Operation.Acquire(String lock) -> json.name("lock").value(lock);
      case Operation.Release(String lock) -> json.name("lock").value(lock);
      case Operation.Blocked(String lock, int owner) -> {
        json.name("lock").value(lock);
        json.name("owner").value(owner);
      }
      case Operation.Waits(String what, long nanos) -> {
        json.name("what").value(what);
        json.name("timeoutNanos").value(nanos);
      }
      case Operation.Resumes(String what, String why) -> {
        json.name("what").value(what);
        json.name("why").value(why);
      }
      case Operation.Notifies(String monitor, int woken, boolean all) -> {
        json.name("monitor").value(monitor);
        json.name("woken").value(woken);
        json.name("all").value(all);
      }
      case Operation.Sleeps(long nanos) -> json.name("forNanos").value(nanos);
      case Operation.Starts(int other) -> json.name("other").value(other);
      case Operation.Joins(int other) -> json.name("other").value(other);
      case Operation.Interrupts(int other) -> json.name("other").value(other);
      case Operation.Calls(String call, String result) -> {
        json.name("call").value(call);
        json.name("result").value(result);
      }
      case Operation.Transfers transfers -> transfers(transfers);
      case Operation.Prints(String text) -> json.name("text").value(text);
      case Operation.Throws(String type, String message) -> {
        json.name("type").value(type);
        json.name("message").value(message);
      }
      case Operation.Exits(int status) -> json.name("status").value(status);
      case Operation.Ends() -> {}
    }
  }

  private void transfers(Operation.Transfers transfers) {
    String fate = transfers.what().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    json.name("fate").value(fate);
    json.name("datagram").value(transfers.datagram());
    json.name("from").value(transfers.from());
    json.name("to").value(transfers.to());
    json.name("content").value(transfers.content());
  }

  private void lanes(Lanes lanes) {
    json.object(() -> {
      json.name("columns").array(lanes.columns(), (_, column) -> column(column));
      json.name("memoryTitle").value(lanes.memoryTitle());
      json.name("rows").array(lanes.rows(), (_, row) -> json.object(() -> row(row)));
      lanes.arrow().ifPresent(this::arrow);
      json.name("hidden").value(lanes.hidden());
    });
  }

  private void column(Lanes.Column column) {
    json.object(() -> {
      json.name("thread").value(column.thread());
      json.name("name").value(column.name());
      json.name("letter").value(column.letter());
      json.name("shape").value(lower(column.shape()));
    });
  }

  private void row(Row row) {
    switch (row) {
      case Row.Switch(int thread) -> json.name("row").value("switch").name("thread").value(thread);
      case Row.Fold(int steps, String text) ->
          json.name("row").value("fold").name("steps").value(steps).name("text").value(text);
      case Row.Step step -> {
        json.name("row").value("step");
        json.name("number").value(step.number());
        json.name("step").value(step.step());
        json.name("thread").value(step.thread());
        json.name("times").value(step.times());
        json.name("cells").array(step.cells(), (_, cell) -> cell(cell));
        json.name("struck").value(step.memory().struck());
        json.name("memory").value(step.memory().text());
        json.name("changed").value(step.memory().changed());
        json.name("sentence").value(step.sentence());
        json.name("failing").value(step.failing());
        place("place", step.place());
      }
    }
  }

  private void cell(Lanes.Cell cell) {
    json.object(() -> {
      json.name("text").value(cell.text());
      json.name("kind").value(lower(cell.kind()));
      strings("bars", cell.bars().stream().map(ReportJson::lower).toList());
    });
  }

  private void arrow(Lanes.Arrow arrow) {
    json.name("arrow")
        .object(() -> {
          json.name("from").value(arrow.fromNumber());
          json.name("to").value(arrow.toNumber());
          json.name("label").value(arrow.label());
        });
  }

  private void strings(String name, List<String> values) {
    json.name(name).array(values, (_, value) -> json.value(value));
  }

  private void place(String name, Place place) {
    json.name(name)
        .object(() -> {
          json.name("file").value(place.file());
          json.name("line").value(place.line());
          json.name("method").value(place.method());
        });
  }

  /** Returns {@code lostUpdate} for {@code LostUpdate}. */
  private static String camel(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
