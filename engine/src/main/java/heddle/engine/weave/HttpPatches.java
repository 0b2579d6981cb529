package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * New bodies for the classes of the JDK's HTTP client and server: threads wait inside their
 * monitors, so these become the engine's; what they count is set back between executions, and the
 * common pool is that of the execution; and the garbage collector, whose time no schedule
 * determines, has no say in when a client ends.
 *
 * <p>Unlike {@link JdkPatches}, these are patched as they are loaded, and only for programs that
 * use them: there are some four hundred.
 */
public final class HttpPatches {
  /** What a garbage collected client does: {@code HttpClientFacade} has it cleaned up. */
  static final String CLEANUP = "jdk.internal.net.http.HttpClientImpl.facadeCleanup()V";

  private static final ClassDesc HOOKS = ClassDesc.of("heddle.hooks.JdkHooks");
  private static final ClassDesc COUNTER = ClassDesc.of("java.util.concurrent.atomic.AtomicLong");
  private static final ClassDesc EXECUTOR = ClassDesc.of("java.util.concurrent.Executor");
  private static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(CD_void, CD_Object);
  private static final String FACADE = "jdk.internal.net.http.HttpClientFacade";

  /** Reads what it has to know of other classes: to load them would load this one twice. */
  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(ClassLoader.getPlatformClassLoader())));

  private static final List<String> PACKAGES =
      List.of(
          "java.net.http.",
          "jdk.internal.net.http.",
          "com.sun.net.httpserver.",
          "sun.net.httpserver.");

  private HttpPatches() {}

  /** Returns whether the class called {@code type} is one of those patched here. */
  public static boolean covers(String type) {
    for (String name : PACKAGES) {
      if (type.startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the patched class for that of {@code bytes}, which is called {@code type}. */
  public static byte[] patch(String type, byte[] bytes) {
    ClassModel model = CLASS_FILE.parse(bytes);
    return CLASS_FILE.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method && method.code().isPresent()) {
            builder.transformMethod(method, body(type, model, method));
          } else {
            builder.with(element);
          }
        });
  }

  private static MethodTransform body(String type, ClassModel model, MethodModel method) {
    boolean isSynchronized = method.flags().has(AccessFlag.SYNCHRONIZED);
    CodeTransform patches = new JdkPatches.Body(type, method).andThen(new Statics(type, method));
    CodeTransform all = isSynchronized ? patches.andThen(new Locked(model, method)) : patches;
    return (builder, element) -> {
      switch (element) {
        case CodeModel code -> builder.transformCode(code, all);
        case AccessFlags flags when isSynchronized ->
            builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
        default -> builder.with(element);
      }
    };
  }

  /** The head of a method that is only for threads of the program. */
  static void ifControlled(CodeBuilder code) {
    code.invokestatic(HOOKS, "controlled", MethodTypeDesc.of(CD_boolean))
        .ifThen(Opcode.IFEQ, CodeBuilder::return_);
  }

  /** What outlives an execution, and clients that are not to be collected. */
  private static final class Statics implements CodeTransform {
    private final boolean initialises;
    private final boolean constructsClient;

    Statics(String type, MethodModel method) {
      String name = method.methodName().stringValue();
      initialises = name.equals("<clinit>");
      constructsClient = type.equals(FACADE) && name.equals("<init>");
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (initialises
          && element instanceof FieldInstruction field
          && field.opcode() == Opcode.PUTSTATIC
          && field.typeSymbol().equals(COUNTER)) {
        code.invokestatic(HOOKS, "counter", MethodTypeDesc.of(COUNTER, COUNTER));
      } else if (constructsClient && element instanceof ReturnInstruction) {
        code.aload(0).invokestatic(HOOKS, "keep", OF_OBJECT);
      }
      code.with(element);
      if (element instanceof FieldInstruction field
          && field.opcode() == Opcode.GETSTATIC
          && field.name().equalsString("ASYNC_POOL")
          && field.typeSymbol().equals(EXECUTOR)) {
        code.invokestatic(HOOKS, "commonPool", MethodTypeDesc.of(EXECUTOR, EXECUTOR));
      }
    }
  }

  /** The body of a synchronized method, in the engine's monitor instead. */
  private static final class Locked implements CodeTransform {
    private final ClassDesc type;
    private final boolean isStatic;
    private @Nullable Label start;

    Locked(ClassModel model, MethodModel method) {
      type = model.thisClass().asSymbol();
      isStatic = method.flags().has(AccessFlag.STATIC);
    }

    private void call(CodeBuilder code, String hook) {
      if (isStatic) {
        code.loadConstant(type);
      } else {
        code.aload(0);
      }
      code.invokestatic(HOOKS, hook, OF_OBJECT);
    }

    @Override
    public void atStart(CodeBuilder code) {
      call(code, "enter");
      start = code.newBoundLabel();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof ReturnInstruction) {
        call(code, "exit");
      }
      code.with(element);
    }

    @Override
    public void atEnd(CodeBuilder code) {
      Label end = code.newBoundLabel();
      int exception = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(exception);
      call(code, "exit");
      code.aload(exception).athrow();
      code.exceptionCatchAll(Objects.requireNonNull(start), end, end);
    }
  }
}
