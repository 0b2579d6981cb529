package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {
  @ParameterizedTest
  @CsvSource({
    "hits.incrementAndGet(), hits, incrementAndGet",
    "pool.submit().get(), pool.submit(), get",
    "writeLock().lock(), writeLock(), lock",
    "Bank.of(a.b()).pay(), Bank.of(a.b()), pay",
    "ForkJoinPool.commonPool(), ForkJoinPool, commonPool",
    "yield(), '', yield",
  })
  void a_call_tells_its_receiver_from_its_method(String call, String receiver, String method) {
    var calls = new Operation.Calls(call, "");

    assertThat(calls.receiver()).isEqualTo(receiver);
    assertThat(calls.method()).isEqualTo(method);
  }

  @Test
  void a_variable_that_gave_its_name_to_what_it_holds_says_nothing_by_its_value() {
    assertThat(new Operation.Read("Mail.letters", "Mail.letters").namesItself()).isTrue();
    assertThat(new Operation.Write("Mail.letters", "null", "Mail.letters").namesItself()).isTrue();
    assertThat(new Operation.Read("Mail.count", "3").namesItself()).isFalse();
    assertThat(new Operation.Calls("letters.poll()", "null").namesItself()).isFalse();
  }
}
