package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void what_would_not_be_drawn_is_spelled_out() {
    assertThat(Printable.line("a\tb\nc\u0000\u001b\u0085\u2028\u2066"))
        .isEqualTo("a\\tb\\nc\\u0000\\u001b\\u0085\\u2028\\u2066");
  }

  @Test
  void letters_of_all_scripts_and_joined_emoji_stay() {
    String text = "Zoë 漢字 مرحبا 👩‍👩‍👧 e\u0301";

    assertThat(Printable.line(text)).isEqualTo(text);
  }

  @Test
  void lone_surrogates_are_spelled_out() {
    assertThat(Printable.line("a\uD83Db")).isEqualTo("a\\ud83db");
  }

  @Test
  void wide_characters_count_two_columns_and_marks_none() {
    assertThat(Printable.width("漢字")).isEqualTo(4);
    assertThat(Printable.width("e\u0301")).isEqualTo(1);
    assertThat(Printable.width("🦊")).isEqualTo(2);
    assertThat(Printable.width("→─┃✖")).isEqualTo(4);
  }

  @Test
  void a_cut_never_exceeds_its_columns_nor_splits_a_character() {
    assertThat(Printable.cut("漢字漢字", 5)).isEqualTo("漢字…");
    assertThat(Printable.cut("漢字漢字", 4)).isEqualTo("漢…");
    assertThat(Printable.cut("abc", 3)).isEqualTo("abc");
    assertThat(Printable.cut("abcd", 3)).isEqualTo("ab…");
    assertThat(Printable.cut("abcd", 0)).isEmpty();
  }

  @Test
  void text_wraps_between_words() {
    assertThat(Printable.wrap("one two  three", 8)).containsExactly("one two", "three");
    assertThat(Printable.wrap("unbreakable x", 4)).containsExactly("unbreakable", "x");
  }
}
