package heddle.engine.weave;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moves the constants of an interface that are computed at run time to a class of their own, because the fields of an interface
 * must be final, and so could not be set back between executions.
 */
public final class InterfaceConstants {
  /** The name of that class is the name of the interface with this behind it. */
  public static final String SUFFIX = "$heddle";

  private InterfaceConstants() {}

  /** Returns whether {@code model} is an interface with constants that are computed. */
  static boolean areIn(ClassModel model) {
    return model.flags().has(java.lang.reflect.AccessFlag.INTERFACE)
        && initializer(model).isPresent();
  }

  private static Optional<MethodModel> initializer(ClassModel model) {
    return model.methods().stream().filter(m -> m.methodName().equalsString("<clinit>")).findFirst();
  }

  private static Set<String> names(ClassModel model) {
    return model.fields().stream()
        .filter(f -> f.findAttribute(Attributes.constantValue()).isEmpty())
        .map(f -> f.fieldName().stringValue())
        .collect(Collectors.toSet());
  }

  /** Returns the class that holds the constants of the interface in {@code bytes}; empty when it needs none. */
  public static Optional<byte[]> move(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    if (!areIn(model)) {
      return Optional.empty();
    }
    String name = model.thisClass().asInternalName();
    ClassDesc holder = ClassDesc.ofInternalName(name + SUFFIX);
    Set<String> moved = names(model);
    MethodModel initializer = initializer(model).orElseThrow();
    return Optional.of(
        ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED)
            .build(
                holder,
                builder -> {
                  builder.withVersion(model.majorVersion(), model.minorVersion());
                  builder.withFlags(
                      ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_SUPER);
                  builder.with(SourceFileAttribute.of(ClassIndex.sourceFile(model)));
                  for (FieldModel field : model.fields()) {
                    if (moved.contains(field.fieldName().stringValue())) {
                      builder.withField(
                          field.fieldName().stringValue(),
                          field.fieldTypeSymbol(),
                          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
                    }
                  }
                  builder.withMethod(
                      "<clinit>",
                      MethodTypeDesc.of(ConstantDescs.CD_void),
                      ClassFile.ACC_STATIC,
                      method ->
                          method.transformCode(
                              initializer.code().orElseThrow(),
                              (code, element) ->
                                  code.with(moved(element, name, moved, holder))));
                }));
  }

  private static CodeElement moved(
      CodeElement element, String owner, Set<String> names, ClassDesc holder) {
    if (element instanceof FieldInstruction field
        && field.owner().asInternalName().equals(owner)
        && names.contains(field.name().stringValue())) {
      var pool = java.lang.classfile.constantpool.ConstantPoolBuilder.of();
      return FieldInstruction.of(
          field.opcode(),
          pool.classEntry(holder),
          pool.utf8Entry(field.name().stringValue()),
          pool.utf8Entry(field.type().stringValue()));
    }
    return element;
  }
}
