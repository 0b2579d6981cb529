package heddle.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What weaving has to know of the program's classes before they are loaded. Used on one thread. */
final class ClassIndex {
  /** The facts about one class of the program. */
  record Facts(
      ClassModel model,
      @Nullable String superclass,
      List<String> interfaces,
      boolean isInterface,
      boolean initializes) {
    Optional<FieldModel> field(String name) {
      return model.fields().stream().filter(f -> f.fieldName().equalsString(name)).findFirst();
    }

    boolean declaresMethod(String name, String descriptor) {
      return model.methods().stream()
          .anyMatch(
              m -> m.methodName().equalsString(name) && m.methodType().equalsString(descriptor));
    }
  }

  private final Function<String, @Nullable InputStream> resources;
  private final Map<String, Optional<Facts>> known = new HashMap<>();

  /**
   * Reads classes by resource name, such as {@code bank/Transfer.class}, from {@code resources}.
   */
  ClassIndex(Function<String, @Nullable InputStream> resources) {
    this.resources = resources;
  }

  /** Returns the facts about a class of the program; empty for a class of the JDK. */
  Optional<Facts> facts(String internalName) {
    Optional<Facts> facts = known.get(internalName);
    if (facts == null) {
      facts = read(internalName);
      known.put(internalName, facts);
    }
    return facts;
  }

  private Optional<Facts> read(String internalName) {
    try (InputStream in = resources.apply(internalName + ".class")) {
      return in == null
          ? Optional.empty()
          : Optional.of(of(ClassFile.of().parse(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes the facts about a class that was read already. */
  Facts add(ClassModel model) {
    Facts facts = of(model);
    known.put(model.thisClass().asInternalName(), Optional.of(facts));
    return facts;
  }

  private static Facts of(ClassModel model) {
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    return new Facts(
        model,
        model.superclass().map(ClassEntry::asInternalName).orElse(null),
        model.interfaces().stream().map(ClassEntry::asInternalName).toList(),
        isInterface,
        !isInterface && initializes(model));
  }

  /** Whether the class has an initialiser that is to be run anew in each execution. */
  private static boolean initializes(ClassModel model) {
    Optional<MethodModel> initializer =
        model.methods().stream().filter(m -> m.methodName().equalsString("<clinit>")).findFirst();
    return initializer.isPresent()
        && !onlyAsksForAssertions(initializer.get())
        && !isConstantEnum(model);
  }

  private static boolean onlyAsksForAssertions(MethodModel initializer) {
    return initializer
        .code()
        .orElseThrow()
        .elementStream()
        .allMatch(element ->
            switch (element) {
              case FieldInstruction field -> field.name().equalsString("$assertionsDisabled");
              case InvokeInstruction call -> call.name().equalsString("desiredAssertionStatus");
              default -> true;
            });
  }

  /** An enum whose constants can not change: sharing them between executions changes nothing. */
  private static boolean isConstantEnum(ClassModel model) {
    return model.flags().has(AccessFlag.ENUM)
        && model.fields().stream()
            .allMatch(field ->
                field.flags().has(AccessFlag.ENUM)
                    || field.flags().has(AccessFlag.SYNTHETIC)
                    || (field.flags().has(AccessFlag.FINAL)
                        && isConstant(field.fieldType().stringValue())));
  }

  private static boolean isConstant(String descriptor) {
    return descriptor.length() == 1 || descriptor.equals("Ljava/lang/String;");
  }

  /** Returns whether a constant of an interface has been moved to a class of its own. */
  boolean isMovedConstant(String declaring, String name) {
    Optional<Facts> facts = facts(declaring);
    return facts.isPresent()
        && InterfaceConstants.areIn(facts.get().model())
        && facts.get().field(name).orElseThrow().findAttribute(Attributes.constantValue()).isEmpty();
  }

  /**
   * Returns the internal name of the class of the program that declares a field, searching from
   * {@code owner} up.
   */
  Optional<String> declaring(String owner, String field) {
    Optional<Facts> facts = facts(owner);
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    if (facts.get().field(field).isPresent()) {
      return Optional.of(owner);
    }
    for (String type : facts.get().interfaces()) {
      Optional<String> found = declaring(type, field);
      if (found.isPresent()) {
        return found;
      }
    }
    String superclass = facts.get().superclass();
    return superclass == null ? Optional.empty() : declaring(superclass, field);
  }

  /**
   * Returns the class that the search for a method ends at: {@code owner} or an ancestor that
   * declares it if it is of the program, else the first ancestor that is not of the program.
   */
  String methodOwner(String owner, String name, String descriptor) {
    String type = owner;
    while (true) {
      Optional<Facts> facts = facts(type);
      if (facts.isEmpty() || facts.get().declaresMethod(name, descriptor)) {
        return type;
      }
      String superclass = facts.get().superclass();
      if (superclass == null) {
        return type;
      }
      type = superclass;
    }
  }

  /**
   * Returns whether {@code type} or an ancestor of the program has an initialiser that is run in
   * each execution.
   */
  boolean initializesInHierarchy(String type) {
    Optional<Facts> facts = facts(type);
    if (facts.isEmpty()) {
      return false;
    }
    String superclass = facts.get().superclass();
    return facts.get().initializes() || (superclass != null && initializesInHierarchy(superclass));
  }

  /** Returns the name of the source file. */
  static String sourceFile(ClassModel model) {
    return model
        .findAttribute(Attributes.sourceFile())
        .map(a -> a.sourceFile().stringValue())
        .orElse("?");
  }
}
