package heddle.engine.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds and calls {@code main} by the rules of JLS 12.1.4: static or not, with or without
 * arguments.
 */
final class MainMethod implements Runnable {
  private final MethodHandle main;
  private final @Nullable MethodHandle constructor;
  private final boolean takesArguments;
  private final String[] arguments;

  private MainMethod(
      MethodHandle main,
      @Nullable MethodHandle constructor,
      boolean takesArguments,
      String[] arguments) {
    this.main = main;
    this.constructor = constructor;
    this.takesArguments = takesArguments;
    this.arguments = arguments;
  }

  /**
   * Returns the main method of {@code type}.
   *
   * @throws ReflectiveOperationException when it has none that can be called
   */
  static MainMethod of(Class<?> type, String[] arguments) throws ReflectiveOperationException {
    Method method = find(type, String[].class);
    boolean takesArguments = method != null;
    if (method == null) {
      method = find(type);
    }
    if (method == null) {
      throw new NoSuchMethodException("class " + type.getName() + " has no main method");
    }
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
    MethodHandle constructor = null;
    if (!Modifier.isStatic(method.getModifiers())) {
      Constructor<?> declared = type.getDeclaredConstructor();
      constructor =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .unreflectConstructor(declared);
    }
    return new MainMethod(lookup.unreflect(method), constructor, takesArguments, arguments);
  }

  private static @Nullable Method find(Class<?> type, Class<?>... parameters) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Method method : owner.getDeclaredMethods()) {
        if (method.getName().equals("main")
            && java.util.Arrays.equals(method.getParameterTypes(), parameters)
            && !Modifier.isPrivate(method.getModifiers())) {
          return method;
        }
      }
    }
    return null;
  }

  @Override
  public void run() {
    try {
      if (constructor == null) {
        if (takesArguments) {
          main.invoke(arguments.clone());
        } else {
          main.invoke();
        }
      } else {
        Object instance = constructor.invoke();
        if (takesArguments) {
          main.invoke(instance, arguments.clone());
        } else {
          main.invoke(instance);
        }
      }
    } catch (Throwable e) {
      throw MainMethod.<RuntimeException>as(e);
    }
  }

  /** Throws {@code e} as it is: whatever main throws is the program's. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T as(Throwable e) throws T {
    throw (T) e;
  }
}
