package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import heddle.engine.Liberty;
import heddle.engine.Place;
import heddle.engine.weave.Site.Kind;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weaves the body of one method. */
final class CodeWeaver implements CodeTransform {
  static final ClassDesc HOOKS = ClassDesc.of("heddle.hooks.Hooks");
  private static final ClassDesc JDK_HOOKS = ClassDesc.of("heddle.hooks.JdkHooks");
  private static final MethodTypeDesc OBJECT_SITE = MethodTypeDesc.of(CD_void, CD_Object, CD_int);
  private static final MethodTypeDesc SITE = MethodTypeDesc.of(CD_void, CD_int);

  /** Methods that libraries call: of tasks, of stages, of recursive tasks. */
  private static final Set<String> ENTRIES =
      Set.of("run", "call", "compute", "get", "apply", "accept");

  private final ClassIndex index;
  private final SiteTable sites;
  private final ClassModel type;
  private final String typeName;
  private final MethodModel method;
  private final List<CodeElement> elements;
  private final Expressions expressions;
  private final Decisions decisions;
  private final CallWeaver calls;
  private final boolean isSynchronized;
  private final boolean isStatic;
  private final boolean isEntry;
  private int position = -1;
  private int line;

  /** In a constructor, before the call of another: {@code this} is not an object yet. */
  private boolean beforeSuper;

  private int pendingNews;
  private @Nullable Label bodyStart;

  /** The site that came first after each label. */
  private final Map<Label, Integer> firstSites = new HashMap<>();

  CodeWeaver(ClassIndex index, SiteTable sites, ClassModel type, MethodModel method) {
    this.index = index;
    this.sites = sites;
    this.type = type;
    this.typeName = type.thisClass().asInternalName();
    this.method = method;
    CodeModel code = method.code().orElseThrow();
    this.elements = code.elementList();
    this.isStatic = method.flags().has(AccessFlag.STATIC);
    this.isSynchronized = method.flags().has(AccessFlag.SYNCHRONIZED);
    this.expressions = new Expressions(elements, isStatic);
    this.decisions = new Decisions(elements);
    this.beforeSuper = method.methodName().equalsString("<init>");
    String name = method.methodName().stringValue();
    this.isEntry = name.startsWith("lambda$") || ENTRIES.contains(name);
    this.calls = new CallWeaver(this, index);
  }

  @Override
  public void atStart(CodeBuilder code) {
    String name = method.methodName().stringValue();
    boolean startsUse = isStatic || name.equals("<init>");
    if (startsUse
        && !name.equals("<clinit>")
        && index.facts(typeName).map(ClassIndex.Facts::initializes).orElse(false)) {
      code.invokestatic(type.thisClass().asSymbol(), Weaver.INIT, MethodTypeDesc.of(CD_void));
    }
    if (isEntry) {
      code.invokestatic(HOOKS, "entered", MethodTypeDesc.of(CD_void));
    }
    if (isSynchronized) {
      for (CodeElement element : elements) {
        if (element instanceof LineNumber number) {
          line = number.line();
          break;
        }
      }
      int site = site(Kind.ENTER, isStatic ? simpleName(typeName) + ".class" : "this", true);
      pushLock(code);
      code.loadConstant(site).invokestatic(HOOKS, "enter", OBJECT_SITE);
      bodyStart = code.newBoundLabel();
    }
  }

  private void pushLock(CodeBuilder code) {
    if (isStatic) {
      code.loadConstant(type.thisClass().asSymbol());
    } else {
      code.aload(0);
    }
  }

  @Override
  public void atEnd(CodeBuilder code) {
    Label start = bodyStart;
    if (start != null) {
      Label handler = code.newBoundLabel();
      code.exceptionCatchAll(start, handler, handler);
      pushLock(code);
      code.invokestatic(HOOKS, "exit", MethodTypeDesc.of(CD_void, CD_Object)).athrow();
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    position++;
    switch (element) {
      case LineNumber number -> {
        line = number.line();
        code.with(number);
      }
      case FieldInstruction field -> field(code, field);
      case ArrayLoadInstruction load -> {
        code.dup2().loadConstant(element(Kind.READ_ELEMENT, 1, load.typeKind()));
        code.invokestatic(
            HOOKS, "readElement", MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int));
        code.with(load);
        read(code);
      }
      case ArrayStoreInstruction store -> arrayStore(code, store);
      case MonitorInstruction monitor -> monitor(code, monitor);
      case InvokeInstruction call -> invoke(code, call);
      case NewObjectInstruction created -> {
        pendingNews++;
        calls.created(code, created);
      }
      case BranchInstruction branch -> {
        loop(code, branch);
        code.with(branch);
      }
      case LabelTarget target -> {
        firstSites.put(target.label(), sites.next());
        code.with(target);
      }
      case StoreInstruction store -> store(code, store);
      case ReturnInstruction returns -> returns(code, returns);
      default -> code.with(element);
    }
  }

  private void returns(CodeBuilder code, ReturnInstruction returns) {
    if (isEntry) {
      code.invokestatic(HOOKS, "left", MethodTypeDesc.of(CD_void));
    }
    if (isSynchronized) {
      pushLock(code);
      code.invokestatic(HOOKS, "exit", MethodTypeDesc.of(CD_void, CD_Object));
    }
    code.with(returns);
  }

  // ---- fields and arrays

  private void field(CodeBuilder code, FieldInstruction field) {
    String owner = field.owner().asInternalName();
    String name = field.name().stringValue();
    Optional<String> declaring = index.declaring(owner, name);
    if (declaring.isEmpty()) {
      code.with(field);
      return;
    }
    if (index.isMovedConstant(declaring.get(), name)) {
      String holder = declaring.get() + InterfaceConstants.SUFFIX;
      initializeBeforeUse(code, holder);
      code.getstatic(ClassDesc.ofInternalName(holder), name, field.typeSymbol());
      return;
    }
    boolean isStaticField =
        field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
    if (isStaticField) {
      initializeBeforeUse(code, declaring.get());
    }
    var model = index.facts(declaring.get()).orElseThrow().field(name).orElseThrow();
    boolean skip =
        (isStaticField && model.flags().has(AccessFlag.FINAL))
            || model.flags().has(AccessFlag.SYNTHETIC)
            || (beforeSuper && !isStaticField);
    if (!skip) {
      boolean write = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
      boolean isVolatile = model.flags().has(AccessFlag.VOLATILE);
      int site =
          add(
              write ? Kind.WRITE : Kind.READ,
              simpleName(declaring.get()) + "." + name,
              name,
              declaring.get(),
              field.type().stringValue(),
              isStaticField,
              isVolatile,
              model.flags().has(AccessFlag.FINAL));
      fieldHook(code, field, site);
      code.with(field);
      if (!write) {
        noteDecision(site);
        read(code);
      }
    } else {
      code.with(field);
    }
  }

  /** Returns whether the program may take {@code liberty}. */
  boolean mayTake(Liberty liberty) {
    return sites.liberties().contains(liberty);
  }

  /** After a read: it may have found an older value. */
  private void read(CodeBuilder code) {
    if (mayTake(Liberty.STALE_READS)) {
      code.invokestatic(HOOKS, "seen", MethodTypeDesc.of(CD_void));
    }
  }

  private static void fieldHook(CodeBuilder code, FieldInstruction field, int site) {
    switch (field.opcode()) {
      case GETSTATIC -> code.loadConstant(site).invokestatic(HOOKS, "readStatic", SITE);
      case PUTSTATIC -> code.loadConstant(site).invokestatic(HOOKS, "writeStatic", SITE);
      case GETFIELD -> code.dup().loadConstant(site).invokestatic(HOOKS, "read", OBJECT_SITE);
      default -> {
        if (TypeKind.from(field.typeSymbol()).slotSize() == 2) {
          code.dup2_x1().pop2().dup_x2();
        } else {
          code.dup2().pop();
        }
        code.loadConstant(site).invokestatic(HOOKS, "write", OBJECT_SITE);
      }
    }
  }

  private void initializeBeforeUse(CodeBuilder code, String declaring) {
    if (!declaring.equals(typeName)
        && index.facts(declaring).map(ClassIndex.Facts::initializes).orElse(false)) {
      code.invokestatic(
          ClassDesc.ofInternalName(declaring), Weaver.INIT, MethodTypeDesc.of(CD_void));
    }
  }

  private int element(Kind kind, int depth, TypeKind element) {
    String array = expressions.operand(position, depth);
    int site = add(kind, array, "[]", "[" + element.name(), "", false, false, false);
    if (kind == Kind.READ_ELEMENT) {
      noteDecision(site);
    }
    return site;
  }

  private void arrayStore(CodeBuilder code, ArrayStoreInstruction store) {
    boolean wide = store.typeKind().slotSize() == 2;
    int site = element(Kind.WRITE_ELEMENT, wide ? 3 : 2, store.typeKind());
    if (wide) {
      code.dup2_x2().pop2().dup2_x2();
    } else {
      code.dup_x2().pop().dup2_x1();
    }
    code.loadConstant(site)
        .invokestatic(HOOKS, "writeElement", MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int));
    code.with(store);
  }

  /** Tells the engine which variable a thread is stored in: that is what a person calls it. */
  private void store(CodeBuilder code, StoreInstruction store) {
    if (store.typeKind() == TypeKind.REFERENCE) {
      String variable = expressions.threadVariable(store.slot(), position);
      if (!variable.isEmpty()) {
        code.dup().loadConstant(variable);
        code.invokestatic(
            HOOKS, "named", MethodTypeDesc.of(CD_void, CD_Object, ConstantDescs.CD_String));
      }
    }
    code.with(store);
  }

  // ---- monitors

  private void monitor(CodeBuilder code, MonitorInstruction monitor) {
    if (monitor.opcode() == Opcode.MONITORENTER) {
      int site = site(Kind.ENTER, expressions.operand(position, 0), true);
      code.loadConstant(site).invokestatic(HOOKS, "enter", OBJECT_SITE);
    } else {
      code.invokestatic(HOOKS, "exit", MethodTypeDesc.of(CD_void, CD_Object));
    }
  }

  // ---- calls

  private void invoke(CodeBuilder code, InvokeInstruction call) {
    boolean constructs = call.name().equalsString("<init>");
    if (constructs && beforeSuper) {
      if (pendingNews == 0) {
        beforeSuper = false;
        code.with(call);
        return;
      }
      pendingNews--;
    }
    calls.weave(code, call, position);
  }

  // ---- loops

  private void loop(CodeBuilder code, BranchInstruction branch) {
    int target = expressions.position(branch.target());
    if (target < position) {
      int site =
          add(Kind.LOOP, "loop", "loop", typeName, "", false, false, isPure(target, position));
      sites.loop(site, firstSites.getOrDefault(branch.target(), site));
      code.loadConstant(site).invokestatic(HOOKS, "loop", SITE);
    }
  }

  /**
   * Whether the elements between do nothing but read, so that only another thread can end the loop.
   */
  private boolean isPure(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean changes =
          switch (elements.get(i)) {
            case StoreInstruction _, IncrementInstruction _, ArrayStoreInstruction _ -> true;
            case MonitorInstruction _, NewObjectInstruction _ -> true;
            case FieldInstruction field ->
                field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
            case InvokeInstruction call -> !calls.onlyReads(call);
            default -> false;
          };
      if (changes) {
        return false;
      }
    }
    return true;
  }

  // ---- sites

  /** Notes whether the program decides where to go by what it gets at this position. */
  void noteDecision(int site) {
    sites.decision(site, decisions.follow(position));
  }

  /** Adds a site that is neither a field nor a loop. */
  int site(Kind kind, String subject, boolean visible) {
    return add(kind, subject, subject, typeName, "", false, visible, false);
  }

  int add(
      Kind kind,
      String subject,
      String name,
      String owner,
      String descriptor,
      boolean isStaticMember,
      boolean visible,
      boolean fixed) {
    int number = sites.next();
    sites.add(
        new Site(
            number,
            kind,
            typeName.replace('/', '.'),
            new Place(ClassIndex.sourceFile(type), line, methodText()),
            subject,
            name,
            owner,
            descriptor,
            isStaticMember,
            fixed),
        visible);
    return number;
  }

  private String methodText() {
    String name = method.methodName().stringValue();
    if (name.startsWith(MethodReferences.PREFIX)) {
      return "method reference";
    }
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      return "lambda in " + name.substring("lambda$".length(), Math.max(end, 7));
    }
    return switch (name) {
      case "<init>" -> "new " + simpleName(typeName);
      case "<clinit>" -> "static initializer of " + simpleName(typeName);
      default -> name;
    };
  }

  Expressions expressions() {
    return expressions;
  }

  static String simpleName(String internalName) {
    String name = internalName.substring(internalName.lastIndexOf('/') + 1);
    int dollar = name.lastIndexOf('$');
    return dollar >= 0 && dollar < name.length() - 1 ? name.substring(dollar + 1) : name;
  }

  static ClassDesc jdkHooks() {
    return JDK_HOOKS;
  }

  static MethodTypeDesc hashType() {
    return MethodTypeDesc.of(CD_int, CD_Object);
  }

  static MethodTypeDesc valueType(ClassDesc type) {
    return MethodTypeDesc.of(type, type, CD_int);
  }

  static MethodTypeDesc siteType() {
    return SITE;
  }

  static MethodTypeDesc objectSiteType() {
    return OBJECT_SITE;
  }
}
