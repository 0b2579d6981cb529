package heddle.engine.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns method references into lambdas: {@code counter::incrementAndGet} is called by a class that
 * the JVM makes and that can not be woven, {@code x -> counter.incrementAndGet()} by one of the
 * program's own methods, which can.
 */
final class MethodReferences {
  /** The names of the methods made for references start like this. */
  static final String PREFIX = "lambda$ref$";

  private static final String FACTORY = "Ljava/lang/invoke/LambdaMetafactory;";

  /**
   * A reference: the method it stands for, the method made for it, and how it looks in the source.
   */
  private record Reference(
      DirectMethodHandleDesc target, String name, MethodTypeDesc type, int line, String receiver) {}

  private final ClassModel model;
  private final List<Reference> references = new ArrayList<>();

  private MethodReferences(ClassModel model) {
    this.model = model;
  }

  /**
   * Returns {@code model} with its method references turned into lambdas; the same where it has
   * none.
   */
  static ClassModel expand(ClassFile classFile, ClassModel model) {
    boolean any =
        model.methods().stream()
            .flatMap(m -> m.code().stream())
            .flatMap(c -> c.elementStream())
            .anyMatch(e -> e instanceof InvokeDynamicInstruction call && isReference(call));
    return any ? classFile.parse(new MethodReferences(model).expand(classFile)) : model;
  }

  private byte[] expand(ClassFile classFile) {
    return classFile.transformClass(
        model,
        new ClassTransform() {
          @Override
          public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method && method.code().isPresent()) {
              rewrite(builder, method);
            } else {
              builder.with(element);
            }
          }

          @Override
          public void atEnd(ClassBuilder builder) {
            references.forEach(reference -> add(builder, reference));
          }
        });
  }

  private void rewrite(ClassBuilder builder, MethodModel method) {
    builder.transformMethod(
        method,
        (methodBuilder, element) -> {
          if (element instanceof CodeModel code) {
            methodBuilder.transformCode(
                code, new Rewriting(code, method.flags().has(AccessFlag.STATIC)));
          } else {
            methodBuilder.with(element);
          }
        });
  }

  private static boolean isReference(InvokeDynamicInstruction call) {
    if (!call.bootstrapMethod().owner().descriptorString().equals(FACTORY)
        || call.bootstrapArgs().size() < 3
        || !(call.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc target)) {
      return false;
    }
    Kind kind = target.kind();
    return !target.methodName().startsWith("lambda$")
        && (kind == Kind.VIRTUAL
            || kind == Kind.INTERFACE_VIRTUAL
            || kind == Kind.STATIC
            || kind == Kind.INTERFACE_STATIC);
  }

  private final class Rewriting implements java.lang.classfile.CodeTransform {
    private final Expressions expressions;
    private int position = -1;
    private int line;

    Rewriting(CodeModel code, boolean isStatic) {
      this.expressions = new Expressions(code.elementList(), isStatic);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      position++;
      if (element instanceof LineNumber number) {
        line = number.line();
      }
      if (element instanceof InvokeDynamicInstruction call && isReference(call)) {
        code.invokedynamic(replaced(call));
      } else {
        code.with(element);
      }
    }

    private DynamicCallSiteDesc replaced(InvokeDynamicInstruction call) {
      List<ConstantDesc> arguments = new ArrayList<>(call.bootstrapArgs());
      DirectMethodHandleDesc target = (DirectMethodHandleDesc) arguments.get(1);
      String name = PREFIX + references.size();
      // A call-site descriptor names the receiver as the first parameter.
      MethodTypeDesc type = target.invocationType();
      boolean bound = call.typeSymbol().parameterCount() > 0 && isVirtual(target);
      if (bound) {
        // The factory wants what a static method captures to have exactly the captured type.
        type = type.changeParameterType(0, call.typeSymbol().parameterType(0));
      }
      String receiver = bound ? receiverText(call, position) : "";
      references.add(new Reference(target, name, type, line, receiver));
      ClassDesc owner = model.thisClass().asSymbol();
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      arguments.set(
          1,
          MethodHandleDesc.ofMethod(
              isInterface ? Kind.INTERFACE_STATIC : Kind.STATIC, owner, name, type));
      return DynamicCallSiteDesc.of(
          call.bootstrapMethod(),
          call.name().stringValue(),
          call.typeSymbol(),
          arguments.toArray(ConstantDesc[]::new));
    }

    /**
     * The receiver is checked for null before the call: it was pushed, doubled, checked and the
     * check's result dropped.
     */
    private String receiverText(InvokeDynamicInstruction call, int at) {
      String direct = expressions.operand(at, call.typeSymbol().parameterCount() - 1);
      return direct.endsWith("()") ? "" : direct;
    }
  }

  private static boolean isVirtual(DirectMethodHandleDesc target) {
    return target.kind() == Kind.VIRTUAL || target.kind() == Kind.INTERFACE_VIRTUAL;
  }

  private static void add(ClassBuilder builder, Reference reference) {
    builder.withMethodBody(
        reference.name(),
        reference.type(),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
        code -> body(code, reference));
  }

  private static void body(CodeBuilder code, Reference reference) {
    Label start = code.newBoundLabel();
    Label end = code.newLabel();
    code.lineNumber(Math.max(reference.line(), 1));
    int slot = 0;
    for (ClassDesc parameter : reference.type().parameterList()) {
      TypeKind kind = TypeKind.from(parameter);
      code.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
    DirectMethodHandleDesc target = reference.target();
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
    switch (target.kind()) {
      case INTERFACE_VIRTUAL -> code.invokeinterface(target.owner(), target.methodName(), type);
      case STATIC, INTERFACE_STATIC ->
          code.invokestatic(target.owner(), target.methodName(), type, target.isOwnerInterface());
      default -> code.invokevirtual(target.owner(), target.methodName(), type);
    }
    code.return_(TypeKind.from(type.returnType()));
    code.labelBinding(end);
    if (isVirtual(target)
        && !reference.receiver().isEmpty()
        && !reference.receiver().equals("this")) {
      code.localVariable(0, reference.receiver(), reference.type().parameterType(0), start, end);
    }
  }
}
