package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void no_liberty_is_explored_unless_asked_for() {
    assertThat(Settings.DEFAULT.liberties()).isEmpty();
  }

  @Test
  void a_replay_takes_the_liberties_that_its_schedule_names() {
    Settings settings = Settings.DEFAULT.replaying(new Schedule("sw:w1-0-0"));

    assertThat(settings.liberties()).containsExactly(Liberty.SPURIOUS_WAKE_UPS);
  }

  @Test
  void a_replay_takes_no_liberty_that_its_schedule_does_not_name() {
    Settings asked = Settings.DEFAULT.with(EnumSet.allOf(Liberty.class));

    assertThat(asked.replaying(new Schedule("s:0")).liberties()).isEmpty();
  }

  @Test
  void liberties_can_not_be_changed_from_outside() {
    Set<Liberty> liberties = EnumSet.allOf(Liberty.class);
    Settings settings = Settings.DEFAULT.with(liberties);

    liberties.clear();

    assertThat(settings.liberties()).isNotEmpty();
    assertThatThrownBy(() -> settings.liberties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void each_liberty_has_a_letter_of_its_own_that_means_nothing_else_in_a_schedule() {
    String letters =
        Arrays.stream(Liberty.values())
            .map(liberty -> String.valueOf(liberty.letter()))
            .collect(Collectors.joining());

    assertThat(letters.chars().distinct().count()).isEqualTo(Liberty.values().length);
    assertThat(letters).doesNotContain("s", "a", ":", "-");
    assertThat(new Schedule("a" + letters + ":0-1").liberties()).containsExactly(Liberty.values());
  }

  @Test
  void letters_that_are_no_liberty_are_no_schedule() {
    assertThatThrownBy(() -> new Schedule("sz:0")).hasMessageContaining("got sz:0");
  }
}
