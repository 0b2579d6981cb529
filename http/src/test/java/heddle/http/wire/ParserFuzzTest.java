package heddle.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParserFuzzTest {
  @Test
  void the_parser_agrees_with_a_second_reading_of_the_grammar() {
    assertThat(new ParserFuzz(7).run(50_000)).isGreaterThan(2_000);
  }
}
