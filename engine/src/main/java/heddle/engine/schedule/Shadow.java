package heddle.engine.schedule;

import heddle.hooks.Woven;
import org.jspecify.annotations.Nullable;

/** The engine's notes on one object of the program. */
public final class Shadow {
  /** Its identity hash code in this execution; 0 while no one has asked for it. */
  int identity;

  /** The number that a strategy gave the object in the execution {@link #numbered}. */
  public int number;

  /** The execution in which {@link #number} was given. */
  public long numbered = -1;

  /** What observers note of its fields. */
  public @Nullable Object accesses;

  /** What is known of older values of its fields. */
  public @Nullable Object versions;

  private Shadow() {}

  /** Returns the notes on {@code object}; null when it is not one of the program's classes. */
  public static @Nullable Shadow ofAny(Object object) {
    return object instanceof Woven woven ? of(woven) : null;
  }

  /** Returns the notes on {@code object}, new ones where there are none. */
  public static Shadow of(Woven object) {
    Shadow shadow = (Shadow) object.heddle$shadow();
    if (shadow == null) {
      shadow = new Shadow();
      object.heddle$shadow(shadow);
    }
    return shadow;
  }
}
