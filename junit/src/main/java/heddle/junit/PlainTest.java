package heddle.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.UniqueId;

/**
 * A test that needs nothing of JUnit but its life cycle: no other extension, no parameters, no time
 * limit. Such a test is run without JUnit's engine, which takes hundreds of times longer than a
 * small test does. Lifecycle methods are found by JUnit's own search, so that their order is
 * JUnit's.
 */
final class PlainTest {
  /** One class of the nest: the outermost first. */
  private record Level(
      Constructor<?> constructor,
      List<Method> beforeAll,
      List<Method> beforeEach,
      List<Method> afterEach,
      List<Method> afterAll) {}

  private final List<Level> levels;
  private final Method method;

  private PlainTest(List<Level> levels, Method method) {
    this.levels = levels;
    this.method = method;
  }

  /** Returns the test by this identifier; empty when it needs JUnit's engine. */
  static Optional<PlainTest> of(UniqueId test, ClassLoader loader) throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    String name = "";
    for (UniqueId.Segment segment : test.getSegments()) {
      switch (segment.getType()) {
        case "engine" -> {}
        case "class" -> types.add(Class.forName(segment.getValue(), false, loader));
        case "nested-class" ->
            types.add(
                Class.forName(types.getLast().getName() + "$" + segment.getValue(), false, loader));
        case "method", "test-template" -> name = segment.getValue();
        case "test-template-invocation" -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    if (types.isEmpty() || !name.endsWith("()")) {
      return Optional.empty();
    }
    Method method = method(types.getLast(), name.substring(0, name.length() - 2));
    List<Level> levels = new ArrayList<>();
    for (Class<?> type : types) {
      Level level = level(type, types.indexOf(type));
      if (level == null) {
        return Optional.empty();
      }
      levels.add(level);
    }
    if (method == null || !isPlain(method) || ExploreExtension.isTemplateOfAnother(method)) {
      return Optional.empty();
    }
    method.setAccessible(true);
    return Optional.of(new PlainTest(levels, method));
  }

  private static @Nullable Method method(Class<?> type, String name) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      try {
        return owner.getDeclaredMethod(name);
      } catch (NoSuchMethodException e) {
        // Perhaps a superclass declares it.
      }
    }
    return null;
  }

  private static @Nullable Level level(Class<?> type, int depth) {
    if (!isPlainType(type)) {
      return null;
    }
    Level level;
    try {
      Class<?>[] outer = depth == 0 ? new Class<?>[0] : new Class<?>[] {type.getDeclaringClass()};
      level =
          new Level(
              type.getDeclaredConstructor(outer),
              find(type, BeforeAll.class, true),
              find(type, BeforeEach.class, true),
              find(type, AfterEach.class, false),
              find(type, AfterAll.class, false));
    } catch (NoSuchMethodException e) {
      return null; // JUnit says what is wrong with it, or an extension gives it its arguments
    }
    level.constructor().setAccessible(true);
    for (List<Method> methods :
        List.of(level.beforeAll(), level.beforeEach(), level.afterEach(), level.afterAll())) {
      for (Method method : methods) {
        if (!isPlain(method) || method.getParameterCount() > 0) {
          return null;
        }
        method.setAccessible(true);
      }
    }
    return level;
  }

  private static List<Method> find(
      Class<?> type, Class<? extends Annotation> annotation, boolean topDown) {
    return AnnotationSupport.findAnnotatedMethods(
        type,
        annotation,
        topDown ? HierarchyTraversalMode.TOP_DOWN : HierarchyTraversalMode.BOTTOM_UP);
  }

  /** Whether neither the class nor what it inherits asks for an extension. */
  private static boolean isPlainType(Class<?> type) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Field field : owner.getDeclaredFields()) {
        if (isOfJUnit(field)) {
          return false;
        }
      }
      for (Class<?> face : owner.getInterfaces()) {
        if (!isPlainType(face)) {
          return false;
        }
      }
      if (!isPlain(owner)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfJUnit(Field field) {
    for (Annotation annotation : field.getAnnotations()) {
      Class<?> type = annotation.annotationType();
      if (type.getName().startsWith("org.junit.")
          || AnnotationSupport.isAnnotated(type, ExtendWith.class)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(AnnotatedElement element) {
    return !AnnotationSupport.isAnnotated(element, Timeout.class)
        && AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
            .flatMap(extend -> List.of(extend.value()).stream())
            .allMatch(extension -> extension == ExploreExtension.class);
  }

  /** Runs the test once, by the rules of JUnit; throws what it failed with. */
  void run() throws Throwable {
    Object[] instances = new Object[levels.size()];
    Failures failures = new Failures();
    failures.attempt(() -> {
      for (int i = 0; i < instances.length; i++) {
        Constructor<?> constructor = levels.get(i).constructor();
        runAll(levels.get(i).beforeAll(), null);
        instances[i] = i == 0 ? create(constructor) : create(constructor, instances[i - 1]);
        runAll(levels.get(i).beforeAll(), instances[i]);
      }
    });
    if (failures.none()) {
      failures.attempt(() -> {
        for (int i = 0; i < instances.length; i++) {
          runEach(levels.get(i).beforeEach(), instances[i]);
        }
        invoke(method, instances[instances.length - 1]);
      });
      for (int i = instances.length - 1; i >= 0; i--) {
        for (Method after : levels.get(i).afterEach()) {
          Object instance = instances[i];
          failures.attempt(() -> invoke(after, instance));
        }
      }
    }
    for (int i = instances.length - 1; i >= 0; i--) {
      for (Method after : levels.get(i).afterAll()) {
        Object instance = Modifier.isStatic(after.getModifiers()) ? null : instances[i];
        failures.attempt(() -> invoke(after, instance));
      }
    }
    failures.rethrow();
  }

  /** Runs those that are static, or, given an instance, those that are not. */
  private static void runAll(List<Method> methods, @Nullable Object instance) throws Throwable {
    for (Method method : methods) {
      if (Modifier.isStatic(method.getModifiers()) == (instance == null)) {
        invoke(method, instance);
      }
    }
  }

  private static void runEach(List<Method> methods, Object instance) throws Throwable {
    for (Method method : methods) {
      invoke(method, instance);
    }
  }

  private static Object create(Constructor<?> constructor, Object... arguments) throws Throwable {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static void invoke(Method method, @Nullable Object instance) throws Throwable {
    try {
      method.invoke(instance);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** What may throw anything. */
  private interface Part {
    void run() throws Throwable;
  }

  /** Collects what parts of a test throw: the first counts, later ones are added to it. */
  private static final class Failures {
    private @Nullable Throwable first;

    @SuppressWarnings("ReferenceEquality") // an exception can not be added to itself
    void attempt(Part part) {
      try {
        part.run();
      } catch (Throwable e) {
        Throwable before = first;
        if (before == null) {
          first = e;
        } else if (before != e) {
          before.addSuppressed(e);
        }
      }
    }

    boolean none() {
      return first == null;
    }

    void rethrow() throws Throwable {
      Throwable failure = first;
      if (failure != null) {
        throw failure;
      }
    }
  }
}
