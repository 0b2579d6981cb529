package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Interfaces;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Weaves the classes of a program so that they report to the engine. Used on one thread. */
public final class Weaver {
  /** Runs the initialiser of its class unless that has happened. */
  static final String INIT = "heddle$init";

  private static final String READY = "heddle$ready";
  private static final String SHADOW = "heddle$shadow";
  private static final ClassDesc WOVEN = ClassDesc.of("heddle.hooks.Woven");
  private static final ClassDesc CLASS = ClassDesc.of("java.lang.Class");
  private static final MethodTypeDesc NONE = MethodTypeDesc.of(CD_void);
  private static final int HIDDEN = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;
  private static final int HIDDEN_STATIC = HIDDEN | ClassFile.ACC_STATIC;

  /**
   * The first version of class files whose code may load a class as a constant, as woven code does
   * (JVMS 4.4, table 4.4-C). Older ones differ from it in nothing else that the JVM checks.
   */
  private static final int CLASS_CONSTANTS = ClassFile.JAVA_5_VERSION;

  private final ClassIndex index;
  private final SiteTable sites;
  private final ClassFile classFile;

  /** Weaves classes whose other classes are found as {@code resources} of the program. */
  public Weaver(SiteTable sites, Function<String, @Nullable InputStream> resources) {
    this.index = new ClassIndex(resources);
    this.sites = sites;
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(
                        type -> {
                          String descriptor = type.descriptorString();
                          return resources.apply(
                              descriptor.substring(1, descriptor.length() - 1) + ".class");
                        })
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /**
   * What became of a class.
   *
   * @param bytes the woven class
   * @param initializes whether its initialiser is run by the engine
   * @param hasStatics whether it has static fields to be set back
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  public record Result(byte[] bytes, boolean initializes, boolean hasStatics) {}

  /** Weaves one class. */
  public Result weave(byte[] bytes) {
    ClassModel model = MethodReferences.expand(classFile, classFile.parse(bytes));
    ClassIndex.Facts facts = index.add(model);
    boolean hasStatics =
        !facts.isInterface() && (facts.initializes() || !resettable(model, facts).isEmpty());
    byte[] woven =
        classFile.transformClass(
            model, ClassTransform.ofStateful(() -> new OneClass(model, facts, hasStatics)));
    return new Result(woven, facts.initializes(), hasStatics);
  }

  /** Returns the static fields that have to be set back between executions. */
  private static List<FieldModel> resettable(ClassModel model, ClassIndex.Facts facts) {
    List<FieldModel> fields = new ArrayList<>();
    for (FieldModel field : model.fields()) {
      boolean isFinal = field.flags().has(AccessFlag.FINAL);
      if (field.flags().has(AccessFlag.STATIC)
          && !field.fieldName().equalsString("$assertionsDisabled")
          && field.findAttribute(Attributes.constantValue()).isEmpty()
          && (facts.initializes() || !isFinal)) {
        fields.add(field);
      }
    }
    return fields;
  }

  private final class OneClass implements ClassTransform {
    private final ClassModel model;
    private final ClassIndex.Facts facts;
    private final boolean hasStatics;
    private final ClassDesc type;
    private final boolean isRoot;

    OneClass(ClassModel model, ClassIndex.Facts facts, boolean hasStatics) {
      this.model = model;
      this.facts = facts;
      this.hasStatics = hasStatics;
      this.type = model.thisClass().asSymbol();
      String superclass = facts.superclass();
      this.isRoot =
          !facts.isInterface() && (superclass == null || index.facts(superclass).isEmpty());
    }

    @Override
    public void atStart(ClassBuilder builder) {
      if (isRoot && model.interfaces().isEmpty()) {
        builder.withInterfaceSymbols(WOVEN);
      }
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      switch (element) {
        case Interfaces interfaces when isRoot -> {
          List<ClassEntry> all = new ArrayList<>(interfaces.interfaces());
          all.add(builder.constantPool().classEntry(WOVEN));
          builder.withInterfaces(all);
        }
        case FieldModel field when isFreed(field) ->
            builder.transformField(
                field,
                (fieldBuilder, e) -> {
                  if (e instanceof java.lang.classfile.AccessFlags flags) {
                    fieldBuilder.withFlags(flags.flagsMask() & ~ClassFile.ACC_FINAL);
                  } else {
                    fieldBuilder.with(e);
                  }
                });
        case MethodModel method -> method(builder, method);
        case ClassFileVersion version when version.majorVersion() < CLASS_CONSTANTS ->
            builder.withVersion(CLASS_CONSTANTS, 0);
        default -> builder.with(element);
      }
    }

    /** Whether the field is set by the woven initialiser, so that it can not stay final. */
    private boolean isFreed(FieldModel field) {
      return facts.initializes()
          && field.flags().has(AccessFlag.STATIC)
          && field.flags().has(AccessFlag.FINAL)
          && field.findAttribute(Attributes.constantValue()).isEmpty();
    }

    private void method(ClassBuilder builder, MethodModel method) {
      boolean initializer = method.methodName().equalsString("<clinit>");
      if (initializer && facts.isInterface()) {
        return; // its constants have been moved
      }
      if (initializer && facts.initializes()) {
        builder.withMethod(
            "heddle$clinit",
            NONE,
            HIDDEN_STATIC,
            methodBuilder ->
                methodBuilder.transformCode(
                    method.code().orElseThrow(), new CodeWeaver(index, sites, model, method)));
      } else if (initializer) {
        builder.transformMethod(
            method,
            (methodBuilder, e) -> {
              if (e instanceof CodeModel code) {
                methodBuilder.transformCode(code, new QuietCode());
              } else {
                methodBuilder.with(e);
              }
            });
      } else {
        body(builder, method);
      }
    }

    private void body(ClassBuilder builder, MethodModel method) {
      builder.transformMethod(
          method,
          (methodBuilder, e) -> {
            switch (e) {
              case CodeModel code ->
                  methodBuilder.transformCode(code, new CodeWeaver(index, sites, model, method));
              case java.lang.classfile.AccessFlags flags ->
                  methodBuilder.withFlags(woven(method, flags.flagsMask()));
              default -> methodBuilder.with(e);
            }
          });
    }

    private int woven(MethodModel method, int flags) {
      boolean lambda = method.methodName().stringValue().startsWith("lambda$");
      // The constants of an interface are computed in another class, by the interface's lambdas.
      int open = flags;
      if (facts.isInterface() && lambda) {
        open = (flags & ~ClassFile.ACC_PRIVATE) | ClassFile.ACC_PUBLIC;
      } else if ((flags & ClassFile.ACC_STATIC) != 0
          && model.findAttribute(Attributes.nestMembers()).isPresent()) {
        open = flags & ~ClassFile.ACC_PRIVATE;
      }
      return open & ~ClassFile.ACC_SYNCHRONIZED;
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      if (isRoot) {
        shadow(builder);
        if (CD_Object.equals(model.superclass().map(ClassEntry::asSymbol).orElse(CD_Object))
            && !facts.declaresMethod("hashCode", "()I")) {
          builder.withMethodBody(
              "hashCode",
              MethodTypeDesc.of(CD_int),
              HIDDEN,
              code ->
                  code.aload(0)
                      .invokestatic(CodeWeaver.HOOKS, "identityHashCode", CodeWeaver.hashType())
                      .ireturn());
        }
      }
      if (facts.initializes()) {
        initializer(builder);
      }
      if (hasStatics) {
        reset(builder);
      }
    }

    private void shadow(ClassBuilder builder) {
      builder.withField(
          SHADOW,
          CD_Object,
          ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_TRANSIENT);
      builder.withMethodBody(
          SHADOW,
          MethodTypeDesc.of(CD_Object),
          HIDDEN,
          code -> code.aload(0).getfield(type, SHADOW, CD_Object).areturn());
      builder.withMethodBody(
          SHADOW,
          MethodTypeDesc.of(CD_void, CD_Object),
          HIDDEN,
          code -> code.aload(0).aload(1).putfield(type, SHADOW, CD_Object).return_());
    }

    private void initializer(ClassBuilder builder) {
      builder.withField(READY, CD_boolean, HIDDEN_STATIC);
      builder.withMethodBody(
          INIT,
          NONE,
          HIDDEN_STATIC,
          code ->
              code.getstatic(type, READY, CD_boolean)
                  .ifThen(
                      java.lang.classfile.Opcode.IFEQ,
                      block ->
                          block
                              .loadConstant(type)
                              .invokestatic(
                                  CodeWeaver.HOOKS,
                                  "initialize",
                                  MethodTypeDesc.of(CD_void, CLASS)))
                  .return_());
      builder.withMethodBody(
          "heddle$initialize",
          NONE,
          HIDDEN_STATIC,
          code -> {
            String superclass = facts.superclass();
            if (superclass != null && index.initializesInHierarchy(superclass)) {
              code.invokestatic(ClassDesc.ofInternalName(superclass), INIT, NONE);
            }
            code.invokestatic(type, "heddle$clinit", NONE)
                .iconst_1()
                .putstatic(type, READY, CD_boolean)
                .return_();
          });
    }

    private void reset(ClassBuilder builder) {
      builder.withMethodBody(
          "heddle$reset",
          NONE,
          HIDDEN_STATIC,
          code -> {
            for (FieldModel field : resettable(model, facts)) {
              zero(code, TypeKind.from(field.fieldTypeSymbol()));
              code.putstatic(type, field.fieldName().stringValue(), field.fieldTypeSymbol());
            }
            if (facts.initializes()) {
              code.iconst_0().putstatic(type, READY, CD_boolean);
            }
            code.return_();
          });
    }

    private void zero(CodeBuilder code, TypeKind kind) {
      switch (kind) {
        case LONG -> code.lconst_0();
        case FLOAT -> code.fconst_0();
        case DOUBLE -> code.dconst_0();
        case REFERENCE -> code.aconst_null();
        default -> code.iconst_0();
      }
    }
  }

  /**
   * An initialiser that the JVM itself runs, once: what it does must not count in the execution in
   * which it happens.
   */
  private static final class QuietCode implements java.lang.classfile.CodeTransform {
    private int slot = -1;

    @Override
    public void atStart(CodeBuilder code) {
      slot = code.allocateLocal(TypeKind.LONG);
      code.invokestatic(CodeWeaver.HOOKS, "quiet", MethodTypeDesc.of(CD_long)).lstore(slot);
    }

    @Override
    public void accept(CodeBuilder code, java.lang.classfile.CodeElement element) {
      if (element instanceof java.lang.classfile.instruction.ReturnInstruction) {
        code.lload(slot)
            .invokestatic(CodeWeaver.HOOKS, "loud", MethodTypeDesc.of(CD_void, CD_long));
      }
      code.with(element);
    }
  }
}
