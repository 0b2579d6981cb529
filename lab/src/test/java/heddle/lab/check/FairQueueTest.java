package heddle.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private static List<String> takeAll(FairQueue<String> queue) throws InterruptedException {
    List<String> taken = new ArrayList<>();
    while (queue.size() > 0) {
      taken.add(queue.take().orElseThrow());
    }
    return taken;
  }

  @Test
  void users_are_served_in_turn_however_many_items_each_has() throws InterruptedException {
    var queue = new FairQueue<String>(3, 10);
    queue.offer("ann", "a1");
    queue.offer("ann", "a2");
    queue.offer("ann", "a3");
    queue.offer("bob", "b1");
    queue.offer("cid", "c1");

    assertThat(takeAll(queue)).containsExactly("a1", "b1", "c1", "a2", "a3");
  }

  @Test
  void nobody_may_have_more_than_the_share_and_all_together_no_more_than_there_is_room_for() {
    var queue = new FairQueue<String>(2, 3);

    assertThat(queue.offer("ann", "a1")).isTrue();
    assertThat(queue.offer("ann", "a2")).isTrue();
    assertThat(queue.offer("ann", "a3")).isFalse();
    assertThat(queue.offer("bob", "b1")).isTrue();
    assertThat(queue.offer("cid", "c1")).isFalse();
  }

  @Test
  void what_is_removed_is_not_served() throws InterruptedException {
    var queue = new FairQueue<String>(2, 3);
    queue.offer("ann", "a1");
    queue.offer("bob", "b1");

    assertThat(queue.remove("ann", "a1")).isTrue();
    assertThat(queue.remove("ann", "a1")).isFalse();
    assertThat(takeAll(queue)).containsExactly("b1");
  }

  @Test
  void closing_sends_home_who_waits() throws InterruptedException {
    var queue = new FairQueue<String>(2, 3);
    queue.close();

    assertThat(queue.take()).isEmpty();
    assertThat(queue.offer("ann", "a1")).isFalse();
  }
}
