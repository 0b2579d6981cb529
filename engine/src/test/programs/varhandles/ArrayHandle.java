// verdict: all-pass
// why: each slot of the array is claimed with compareAndSet.

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public class ArrayHandle {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(String[].class);
  private static final String[] slots = new String[2];

  private static void claim(String name) {
    for (int i = 0; i < slots.length; i++) {
      if (SLOT.compareAndSet(slots, i, null, name)) {
        return;
      }
    }
    throw new IllegalStateException("no slot for " + name);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> claim("Ann"));
    Thread bob = new Thread(() -> claim("Bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert slots[0] != null && slots[1] != null && !slots[0].equals(slots[1]);
  }
}
