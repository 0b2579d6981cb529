package heddle.engine.detect;

import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Reads what a program's variables hold, without running any of its code. */
final class Memory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final SiteTable sites;
  private final IntFunction<ClassLoader> loaders;
  private final Map<String, Optional<Field>> fields = new HashMap<>();

  /** Reads variables of programs whose realms {@code loaders} give the loaders of. */
  Memory(SiteTable sites, IntFunction<ClassLoader> loaders) {
    this.sites = sites;
    this.loaders = loaders;
  }

  private Optional<Field> declared(Site site) {
    int realm = sites.realmOf(site.number());
    String key = site.owner() + "." + site.name();
    return fields.computeIfAbsent(
        realm == 0 ? key : realm + "/" + key, _ -> find(site, loaders.apply(realm)));
  }

  /**
   * Returns the value of the field accessed at {@code site} in {@code owner}, which is null for a
   * static field.
   */
  @Nullable Object field(@Nullable Object owner, Site site) {
    Optional<Field> found = declared(site);
    if (found.isEmpty()) {
      return null;
    }
    Field field = found.get();
    boolean isStatic = Modifier.isStatic(field.getModifiers());
    Object base = isStatic ? UNSAFE.staticFieldBase(field) : owner;
    long offset = isStatic ? UNSAFE.staticFieldOffset(field) : UNSAFE.objectFieldOffset(field);
    return base == null ? null : read(base, offset, field.getType());
  }

  /** Puts {@code value} into the field accessed at {@code site} in {@code owner}. */
  void write(@Nullable Object owner, Site site, @Nullable Object value) {
    Field field = declared(site).orElseThrow();
    boolean isStatic = Modifier.isStatic(field.getModifiers());
    Object base = isStatic ? UNSAFE.staticFieldBase(field) : owner;
    long offset = isStatic ? UNSAFE.staticFieldOffset(field) : UNSAFE.objectFieldOffset(field);
    if (base != null) {
      write(base, offset, field.getType(), value);
    }
  }

  private static void write(Object base, long offset, Class<?> type, @Nullable Object value) {
    if (!type.isPrimitive()) {
      UNSAFE.putReferenceVolatile(base, offset, value);
      return;
    }
    switch (value) {
      case Integer number -> UNSAFE.putInt(base, offset, number);
      case Long number -> UNSAFE.putLong(base, offset, number);
      case Boolean flag -> UNSAFE.putBoolean(base, offset, flag);
      case Double number -> UNSAFE.putDouble(base, offset, number);
      case Float number -> UNSAFE.putFloat(base, offset, number);
      case Character letter -> UNSAFE.putChar(base, offset, letter);
      case Short number -> UNSAFE.putShort(base, offset, number);
      case Byte number -> UNSAFE.putByte(base, offset, number);
      case null, default -> throw new IllegalArgumentException("no value of " + type);
    }
  }

  private static Optional<Field> find(Site site, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(site.owner().replace('/', '.'), false, loader);
      return Optional.of(type.getDeclaredField(site.name()));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object read(Object base, long offset, Class<?> type) {
    if (!type.isPrimitive()) {
      return UNSAFE.getReferenceVolatile(base, offset);
    }
    return switch (type.getName()) {
      case "int" -> UNSAFE.getInt(base, offset);
      case "long" -> UNSAFE.getLong(base, offset);
      case "boolean" -> UNSAFE.getBoolean(base, offset);
      case "double" -> UNSAFE.getDouble(base, offset);
      case "float" -> UNSAFE.getFloat(base, offset);
      case "char" -> UNSAFE.getChar(base, offset);
      case "short" -> UNSAFE.getShort(base, offset);
      default -> UNSAFE.getByte(base, offset);
    };
  }

  /** Returns the element of {@code array} at {@code index}; null when there is none. */
  static @Nullable Object element(Object array, int index) {
    return index < 0 || index >= Array.getLength(array) ? null : Array.get(array, index);
  }

  /**
   * Returns the object in the field {@code name} of {@code object}, wherever its class declares it;
   * null if it does not.
   */
  static @Nullable Object reference(Object object, String name) {
    for (Class<?> type = declaring(object); type != null; type = type.getSuperclass()) {
      try {
        return UNSAFE.getReference(object, UNSAFE.objectFieldOffset(type, name));
      } catch (InternalError e) {
        // Declared further up.
      }
    }
    return null;
  }

  /** Returns the {@code int} in the field {@code name} of {@code object}; 0 if it has none. */
  static int number(Object object, String name) {
    for (Class<?> type = declaring(object); type != null; type = type.getSuperclass()) {
      try {
        return UNSAFE.getIntVolatile(object, UNSAFE.objectFieldOffset(type, name));
      } catch (InternalError e) {
        // Declared further up.
      }
    }
    return 0;
  }

  /**
   * Returns the class whose fields to look at. The JVM does not survive the question for arrays.
   */
  private static @Nullable Class<?> declaring(Object object) {
    return object.getClass().isArray() ? null : object.getClass();
  }
}
