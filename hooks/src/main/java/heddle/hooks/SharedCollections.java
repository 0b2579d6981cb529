package heddle.hooks;

/** Tells collections that synchronize from those that do not. */
final class SharedCollections {
  private static final ClassValue<Boolean> SHARED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          String name = type.getName();
          return name.startsWith("java.util.concurrent.")
              || name.startsWith("java.util.Collections$Synchronized")
              || java.util.Vector.class.isAssignableFrom(type)
              || java.util.Hashtable.class.isAssignableFrom(type);
        }
      };

  private SharedCollections() {}

  /** Returns whether objects of {@code type} are collections that several threads may use. */
  static boolean holds(Class<?> type) {
    return SHARED.get(type);
  }
}
