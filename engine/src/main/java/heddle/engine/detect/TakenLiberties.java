package heddle.engine.detect;

import heddle.engine.Finding;
import heddle.engine.Place;
import heddle.engine.schedule.Liberties.Taken;
import heddle.engine.weave.SiteTable;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says of a finding that it needs what the specification allows and hardly ever happens. */
public final class TakenLiberties {
  private static final String EXPLANATION = "explanation";

  private final Recorder recorder;
  private final SiteTable sites;

  /** For the execution that {@code recorder} has recorded. */
  public TakenLiberties(Recorder recorder, SiteTable sites) {
    this.recorder = recorder;
    this.sites = sites;
  }

  /** Returns {@code shown} with a sentence for each of {@code taken} in its explanation. */
  public Diagnosis.Shown explain(Diagnosis.Shown shown, List<Taken> taken) {
    Set<String> sentences = new LinkedHashSet<>();
    for (Taken each : taken) {
      sentences.add(sentence(each));
    }
    return sentences.isEmpty()
        ? shown
        : new Diagnosis.Shown(
            with(shown.finding(), " " + String.join(" ", sentences)), shown.trace());
  }

  private String sentence(Taken taken) {
    String who = recorder.names().thread(taken.task().thread());
    Place place = sites.place(taken.site());
    return switch (taken.liberty()) {
      case STALE_READS ->
          "%s found an older value of %s at %s: nothing orders the write before this read, so nothing obliges %s ever to see it (JLS 17.4.5)."
              .formatted(who, sites.text(taken.site()), place, who);
      case SPURIOUS_WAKE_UPS ->
          "%s woke up at %s without a notification, which the specification allows (JLS 17.2.1)."
              .formatted(who, place);
      case WEAK_CAS_FAILURES ->
          "The weak compare-and-set of %s at %s failed although nobody had changed the value, which it may do."
              .formatted(sites.text(taken.site()), place);
      case INTERRUPTS ->
          "%s was interrupted at %s, as may happen to any thread at such a call (JLS 17.2.3)."
              .formatted(who, place);
    };
  }

  /** Returns {@code finding}, a record, with {@code addition} at the end of its explanation. */
  private static Finding with(Finding finding, String addition) {
    RecordComponent[] components = finding.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        boolean explains = components[i].getName().equals(EXPLANATION);
        values[i] =
            explains
                ? finding.explanation() + addition
                : components[i].getAccessor().invoke(finding);
      }
      Constructor<?> constructor = finding.getClass().getDeclaredConstructor(types);
      return (Finding) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(finding.getClass() + " is not a record of this API", e);
    }
  }
}
