package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {
  private static Payload utf8(String text) {
    return Payload.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Payload bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Payload.of(bytes);
  }

  @Test
  void text_is_shown_with_its_line_ends_and_control_characters_spelled_out() {
    assertThat(utf8("häh 漢\r\n").words()).isEqualTo("10 bytes \"häh 漢\\r\\n\"");
    assertThat(utf8("\u0000\u0005hello").excerpt()).isEqualTo("\"\\u0000\\u0005hello\"");
  }

  @Test
  void what_is_no_text_is_shown_in_hexadecimal() {
    assertThat(bytes(0xCA, 0xFE, 0, 1).words()).isEqualTo("4 bytes 0xcafe0001");
    assertThat(bytes(0xCA, 0xFE, 0, 1).form()).isEqualTo(Payload.Form.HEX);
    assertThat(bytes(7).words()).isEqualTo("1 byte 0x07");
  }

  @Test
  void long_messages_are_cut_but_never_inside_a_character() {
    assertThat(utf8("x".repeat(100)).excerpt()).isEqualTo("\"" + "x".repeat(60) + "…\"");
    assertThat(utf8("x".repeat(59) + "äy").excerpt()).isEqualTo("\"" + "x".repeat(59) + "…\"");
    assertThat(utf8("x".repeat(59) + "äy").cutsCharacter()).isFalse();
    assertThat(Payload.of(new byte[1000]).excerpt()).isEqualTo("0x" + "00".repeat(16) + "…");
  }

  @Test
  void a_character_that_is_cut_at_either_end_is_seen() {
    assertThat(bytes('a', 0xC3)).extracting(Payload::excerpt).isEqualTo("\"a\\xc3\"");
    assertThat(bytes('a', 0xC3).cutsCharacter()).isTrue();
    assertThat(bytes(0xA4, '\n')).extracting(Payload::excerpt).isEqualTo("\"\\xa4\\n\"");
    assertThat(bytes(0xA4, '\n').cutsCharacter()).isTrue();
    assertThat(utf8("ä").cutsCharacter()).isFalse();
    assertThat(bytes(0xFF, 0xFE, 'a', 0xC3).cutsCharacter()).isFalse();
  }

  @Test
  void nothing_is_nothing() {
    assertThat(Payload.of(new byte[0])).isEqualTo(Payload.NONE);
    assertThat(Payload.NONE.words()).isEmpty();
  }
}
