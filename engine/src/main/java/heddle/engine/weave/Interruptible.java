package heddle.engine.weave;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The methods of the JDK that throw {@link InterruptedException}. Used on one thread. */
final class Interruptible {
  private static final Map<String, Set<String>> KNOWN = new HashMap<>();

  private Interruptible() {}

  /** Returns whether a method of a class of the JDK, or of one that it inherits from, is one. */
  static boolean is(String owner, String name, String descriptor) {
    return KNOWN.computeIfAbsent(owner, Interruptible::methods).contains(name + descriptor);
  }

  private static Set<String> methods(String owner) {
    Set<String> methods = new HashSet<>();
    if (owner.startsWith("[")) {
      return methods;
    }
    try {
      ClassLoader platform = ClassLoader.getPlatformClassLoader();
      for (Method method : Class.forName(owner.replace('/', '.'), false, platform).getMethods()) {
        if (Arrays.asList(method.getExceptionTypes()).contains(InterruptedException.class)) {
          methods.add(method.getName() + descriptor(method));
        }
      }
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      // A class of a library: none of the JDK's methods.
    }
    return methods;
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .descriptorString();
  }
}
