package heddle.cli;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out whether a class can be launched: it has a {@code main} that is not private, static or
 * not, with or without a {@code String[]} (JEP 512), its own or inherited.
 */
final class MainMethod {
  private static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";
  private static final String WITHOUT_ARGUMENTS = "()V";

  /**
   * Gives the bytes of a class file by the class's binary name with slashes; empty when it is not
   * the program's.
   */
  private final Function<String, Optional<byte[]>> classFiles;

  MainMethod(Function<String, Optional<byte[]>> classFiles) {
    this.classFiles = classFiles;
  }

  /** Returns whether the class can be launched. */
  boolean isIn(String className) {
    var model = model(className.replace('.', '/'));
    return model.isPresent() && hasMain(model.get(), canBeMade(model.get()));
  }

  private Optional<ClassModel> model(String internalName) {
    return classFiles.apply(internalName).map(bytes -> ClassFile.of().parse(bytes));
  }

  /**
   * An instance main needs an instance: a class that is not abstract, with a constructor to call.
   */
  private static boolean canBeMade(ClassModel model) {
    return !model.flags().has(AccessFlag.ABSTRACT)
        && model.methods().stream()
            .anyMatch(method ->
                method.methodName().equalsString("<init>")
                    && method.methodType().equalsString(WITHOUT_ARGUMENTS)
                    && !method.flags().has(AccessFlag.PRIVATE));
  }

  private boolean hasMain(ClassModel model, boolean canBeMade) {
    if (model.methods().stream().anyMatch(method -> isMain(method, canBeMade))) {
      return true;
    }
    return model
        .superclass()
        .flatMap(parent -> model(parent.asInternalName()))
        .filter(parent -> hasMain(parent, canBeMade))
        .isPresent();
  }

  private static boolean isMain(MethodModel method, boolean canBeMade) {
    return method.methodName().equalsString("main")
        && (method.methodType().equalsString(WITH_ARGUMENTS)
            || method.methodType().equalsString(WITHOUT_ARGUMENTS))
        && !method.flags().has(AccessFlag.PRIVATE)
        && !method.flags().has(AccessFlag.ABSTRACT)
        && (method.flags().has(AccessFlag.STATIC) || canBeMade);
  }
}
