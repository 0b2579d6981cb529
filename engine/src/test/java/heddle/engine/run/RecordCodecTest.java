package heddle.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Liberty;
import heddle.engine.Schedule;
import heddle.engine.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  @Test
  void settings_arrive_as_they_were_sent() throws IOException {
    Settings settings = Settings.DEFAULT.with(EnumSet.allOf(Liberty.class));

    assertThat(sent(settings)).isEqualTo(settings);
  }

  @Test
  void settings_of_a_replay_arrive_as_they_were_sent() throws IOException {
    Settings settings = Settings.DEFAULT.replaying(new Schedule("sw:w1-0-0"));

    assertThat(sent(settings)).isEqualTo(settings);
  }

  private static Object sent(Object value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new RecordCodec().write(new DataOutputStream(bytes), value);
    return new RecordCodec()
        .read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
