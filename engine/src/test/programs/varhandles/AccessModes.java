// verdict: all-pass
// interleavings: 1
// why: each access mode of a VarHandle does to the field what its name says.

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public class AccessModes {
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(AccessModes.class, "value", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int value;

  public static void main(String[] args) {
    AccessModes cell = new AccessModes();
    VALUE.set(cell, 1);
    VALUE.setOpaque(cell, (int) VALUE.get(cell) + 1);
    VALUE.setRelease(cell, (int) VALUE.getOpaque(cell) + 1);
    VALUE.setVolatile(cell, (int) VALUE.getAcquire(cell) + 1);
    assert (int) VALUE.getVolatile(cell) == 4;
    assert VALUE.compareAndSet(cell, 4, 5) && !VALUE.compareAndSet(cell, 4, 6);
    assert (int) VALUE.compareAndExchange(cell, 5, 6) == 5;
    assert (int) VALUE.compareAndExchangeAcquire(cell, 9, 7) == 6;
    assert (int) VALUE.compareAndExchangeRelease(cell, 6, 8) == 6;
    assert (int) VALUE.getAndSet(cell, 12) == 8;
    assert (int) VALUE.getAndAdd(cell, 3) == 12;
    assert (int) VALUE.getAndBitwiseAnd(cell, 6) == 15;
    assert (int) VALUE.getAndBitwiseOr(cell, 1) == 6;
    assert (int) VALUE.getAndBitwiseXor(cell, 2) == 7;
    while (!VALUE.weakCompareAndSet(cell, 5, 10)) {
      Thread.onSpinWait();
    }
    while (!VALUE.weakCompareAndSetPlain(cell, 10, 11)) {
      Thread.onSpinWait();
    }
    assert (int) VALUE.getAndAddRelease(cell, 1) == 11 && cell.value == 12;
  }
}
