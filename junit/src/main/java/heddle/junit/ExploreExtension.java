package heddle.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Explores the tests that are annotated with {@link Explore}: JUnit does all that it does for any
 * test, but where it would call the test method, a child JVM does, many times. In that child, where
 * this extension is at work as well, the method is simply called.
 */
final class ExploreExtension
    implements TestTemplateInvocationContextProvider, InvocationInterceptor {
  ExploreExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return !isTemplateOfAnother(context.getRequiredTestMethod());
  }

  /** With {@code @Test} on the method, JUnit calls it as a plain test besides. */
  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    if (AnnotationSupport.isAnnotated(method, TestFactory.class)) {
      throw new ExtensionConfigurationException(
          "@Explore on "
              + method.getName()
              + ": can not explore a @TestFactory: put @Explore on a test method of its own");
    }
    if (AnnotationSupport.isAnnotated(method, Test.class)) {
      return Stream.of();
    }
    String name = context.getDisplayName();
    return Stream.of(
        new TestTemplateInvocationContext() {
          @Override
          public String getDisplayName(int index) {
            return name;
          }
        });
  }

  /** Whether another annotation makes the method a template, such as {@code @ParameterizedTest}. */
  static boolean isTemplateOfAnother(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> !AnnotationSupport.isAnnotated(type, Explore.class))
        .anyMatch(type ->
            type != Explore.class && AnnotationSupport.isAnnotated(type, TestTemplate.class));
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    explore(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    explore(invocation, context);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    onlyInChild(invocation);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    onlyInChild(invocation);
  }

  private static void onlyInChild(Invocation<@Nullable Void> invocation) throws Throwable {
    if (ChildRun.isHere()) {
      invocation.proceed();
    } else {
      invocation.skip();
    }
  }

  private static void explore(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    if (ChildRun.isHere()) {
      invocation.proceed();
      return;
    }
    invocation.skip();
    Explore explore =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Explore.class)
            .orElseThrow();
    new ExploredTest(explore, context).explore();
  }
}
