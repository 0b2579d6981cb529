package heddle.hooks;

import org.jspecify.annotations.Nullable;

/** What woven classes of the program implement, so that the engine can keep notes with each of their objects. */
public interface Woven {
  /** Returns the engine's notes; null while there are none. */
  @Nullable Object heddle$shadow();

  /** Sets the engine's notes. */
  void heddle$shadow(@Nullable Object shadow);
}
