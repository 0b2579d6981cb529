package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import heddle.engine.Liberty;
import heddle.engine.weave.Calls.Effect;
import heddle.engine.weave.Site.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Weaves the calls in the body of one method. */
final class CallWeaver {
  private static final ClassDesc HOOKS = CodeWeaver.HOOKS;
  private static final ClassDesc PRINT_HOOKS = ClassDesc.of("heddle.hooks.PrintHooks");
  private static final ClassDesc LIBERTY_HOOKS = ClassDesc.of("heddle.hooks.LibertyHooks");
  private static final ClassDesc SEEDED = ClassDesc.of("heddle.hooks.SeededSecureRandom");
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
  private static final MethodTypeDesc CALL =
      MethodTypeDesc.of(CD_void, CD_Object, CD_Object, CD_int, CD_int);
  private static final String SECURE_RANDOM = "java/security/SecureRandom";

  /** A method of {@code Hooks} or {@code JdkHooks} to be called in place of one of the JDK. */
  private record Redirect(ClassDesc owner, String name, MethodTypeDesc type, @Nullable Kind site) {}

  private static final Map<String, Redirect> REDIRECTS =
      Map.ofEntries(
          jdk("java/lang/System.nanoTime()J", "nanoTime", MethodTypeDesc.of(CD_long)),
          jdk(
              "java/lang/System.currentTimeMillis()J",
              "currentTimeMillis",
              MethodTypeDesc.of(CD_long)),
          hook(
              "java/lang/System.identityHashCode(Ljava/lang/Object;)I",
              "identityHashCode",
              MethodTypeDesc.of(CD_int, CD_Object),
              null),
          hook(
              "java/lang/System.exit(I)V",
              "exit",
              MethodTypeDesc.of(CD_void, CD_int, CD_int),
              Kind.EXIT),
          hook(
              "java/lang/Runtime.exit(I)V",
              "exit",
              MethodTypeDesc.of(CD_void, RUNTIME, CD_int, CD_int),
              Kind.EXIT),
          hook(
              "java/lang/Runtime.halt(I)V",
              "halt",
              MethodTypeDesc.of(CD_void, RUNTIME, CD_int, CD_int),
              Kind.EXIT),
          hook(
              "java/lang/Runtime.addShutdownHook(Ljava/lang/Thread;)V",
              "addShutdownHook",
              MethodTypeDesc.of(CD_void, RUNTIME, THREAD),
              null),
          hook(
              "java/lang/Runtime.removeShutdownHook(Ljava/lang/Thread;)Z",
              "removeShutdownHook",
              MethodTypeDesc.of(CD_boolean, RUNTIME, THREAD),
              null),
          hook(
              "java/lang/Class.forName(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;",
              "forName",
              MethodTypeDesc.of(
                  CD_Class, CD_String, CD_boolean, ClassDesc.of("java.lang.ClassLoader")),
              null),
          hook("java/lang/Thread.onSpinWait()V", "onSpinWait", CodeWeaver.siteType(), Kind.PASS),
          hook(
              "java/lang/Thread.holdsLock(Ljava/lang/Object;)Z",
              "holds",
              MethodTypeDesc.of(CD_boolean, CD_Object),
              null),
          hook(
              "java/util/UUID.randomUUID()Ljava/util/UUID;",
              "randomUuid",
              MethodTypeDesc.of(ClassDesc.of("java.util.UUID")),
              null),
          hook(
              "java/security/SecureRandom.getInstanceStrong()Ljava/security/SecureRandom;",
              "secureRandom",
              MethodTypeDesc.of(ClassDesc.of("java.security.SecureRandom")),
              null));

  private final CodeWeaver weaver;
  private final ClassIndex index;

  CallWeaver(CodeWeaver weaver, ClassIndex index) {
    this.weaver = weaver;
    this.index = index;
  }

  private static Map.Entry<String, Redirect> jdk(String from, String to, MethodTypeDesc type) {
    return Map.entry(from, new Redirect(CodeWeaver.jdkHooks(), to, type, null));
  }

  private static Map.Entry<String, Redirect> hook(
      String from, String to, MethodTypeDesc type, @Nullable Kind site) {
    return Map.entry(from, new Redirect(HOOKS, to, type, site));
  }

  /** Weaves {@code new}: generators of secure random numbers are replaced, connections reported. */
  void created(CodeBuilder code, NewObjectInstruction created) {
    String type = created.className().asInternalName();
    if (type.equals(SECURE_RANDOM)) {
      code.new_(SEEDED);
    } else {
      if (Calls.effect(type, "<init>", false) == Effect.ESCAPE) {
        escape(code, type, "<init>");
      }
      code.with(created);
    }
  }

  private void escape(CodeBuilder code, String owner, String name) {
    int site = weaver.site(Kind.ESCAPE, Calls.escapeText(owner, name), true);
    code.loadConstant(site).invokestatic(HOOKS, "escape", CodeWeaver.siteType());
  }

  /** Weaves the call at {@code position}. */
  void weave(CodeBuilder code, InvokeInstruction call, int position) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String type = call.type().stringValue();
    if (weaver.mayTake(Liberty.INTERRUPTS) && isInterruptible(owner, name, type)) {
      int site = callSite(Kind.PASS, call, owner, name, position, true);
      code.loadConstant(site).invokestatic(LIBERTY_HOOKS, "interruptible", CodeWeaver.siteType());
    }
    Redirect redirect = REDIRECTS.get(owner + "." + name + type);
    if (redirect != null) {
      redirect(code, redirect, name);
    } else if (isWait(name, type) && call.opcode() != Opcode.INVOKESTATIC) {
      await(code, name, type, position);
    } else if (isIdentityHash(call, owner, name, type)) {
      code.invokestatic(HOOKS, "identityHashCode", CodeWeaver.hashType());
    } else if (owner.equals("java/lang/Class") && name.equals("forName")) {
      // Not replaced: it looks for the class where its caller was loaded.
      code.with(call);
      code.dup().invokestatic(HOOKS, "found", MethodTypeDesc.of(CD_void, CD_Class));
    } else if (Calls.reflects(owner, name)) {
      withReceiver(code, call, weaver.site(Kind.PASS, name, true), "reflected");
      code.with(call);
    } else if (owner.equals(SECURE_RANDOM) && name.equals("<init>")) {
      code.invokespecial(SEEDED, name, call.typeSymbol());
    } else {
      library(code, call, owner, name, position);
    }
  }

  private void redirect(CodeBuilder code, Redirect redirect, String name) {
    Kind kind = redirect.site();
    if (kind != null) {
      code.loadConstant(weaver.site(kind, name, true));
    }
    code.invokestatic(redirect.owner(), redirect.name(), redirect.type());
  }

  private boolean isInterruptible(String owner, String name, String type) {
    String declaring = index.methodOwner(owner, name, type);
    return index.facts(declaring).isEmpty() && Interruptible.is(declaring, name, type);
  }

  private static boolean isIdentityHash(
      InvokeInstruction call, String owner, String name, String type) {
    return call.opcode() == Opcode.INVOKESPECIAL
        && owner.equals("java/lang/Object")
        && name.equals("hashCode")
        && type.equals("()I");
  }

  private static boolean isWait(String name, String type) {
    return switch (name) {
      case "wait" -> type.equals("()V") || type.equals("(J)V") || type.equals("(JI)V");
      case "notify", "notifyAll" -> type.equals("()V");
      default -> false;
    };
  }

  private void await(CodeBuilder code, String name, String type, int position) {
    boolean waits = name.equals("wait");
    int depth = type.equals("(J)V") ? 2 : type.equals("(JI)V") ? 3 : 0;
    String subject = weaver.expressions().operand(position, depth);
    code.loadConstant(weaver.site(waits ? Kind.WAIT : Kind.NOTIFY, subject, true));
    MethodTypeDesc hook =
        MethodTypeDesc.ofDescriptor(
            "(Ljava/lang/Object;" + type.substring(1, type.indexOf(')')) + "I)V");
    String hookName = waits ? "await" : name.equals("notify") ? "signal" : "signalAll";
    code.invokestatic(HOOKS, hookName, hook);
  }

  private void library(
      CodeBuilder code, InvokeInstruction call, String owner, String name, int position) {
    String declaring = index.methodOwner(owner, name, call.type().stringValue());
    boolean isStatic = call.opcode() == Opcode.INVOKESTATIC;
    Effect effect =
        index.facts(declaring).isPresent() ? Effect.NONE : Calls.effect(declaring, name, isStatic);
    switch (effect) {
      case NONE -> code.with(call);
      case PASS -> {
        int site = callSite(Kind.PASS, call, owner, name, position, true);
        code.loadConstant(site).invokestatic(HOOKS, "pass", CodeWeaver.siteType());
        code.with(call);
      }
      case PRINT -> print(code, call, owner, name, position);
      case STREAM -> {
        int site = callSite(Kind.PASS, call, owner, name, position, true);
        withReceiver(code, call, site, "stream");
        code.with(call);
        code.invokestatic(HOOKS, "streamed", MethodTypeDesc.of(CD_void));
      }
      case ESCAPE -> {
        escape(code, declaring, name);
        code.with(call);
      }
      case ESCAPE_IF_REMOTE -> {
        int site = weaver.site(Kind.ESCAPE, Calls.escapeText(declaring, name), true);
        withReceiver(code, call, site, "escapeIfRemote");
        code.with(call);
      }
      case POINT, POINT_IF_SHARED -> point(code, call, owner, position, effect);
    }
  }

  private void print(
      CodeBuilder code, InvokeInstruction call, String owner, String name, int position) {
    int site = callSite(Kind.PASS, call, owner, name, position, true);
    if (call.opcode() == Opcode.INVOKESTATIC) {
      code.loadConstant(site).invokestatic(PRINT_HOOKS, "print", CodeWeaver.siteType());
    } else {
      withReceiver(
          code,
          call,
          _ ->
              code.dup()
                  .loadConstant(site)
                  .invokestatic(PRINT_HOOKS, "print", CodeWeaver.objectSiteType()));
    }
    code.with(call);
  }

  private int callSite(
      Kind kind, InvokeInstruction call, String owner, String name, int position, boolean visible) {
    int depth =
        call.typeSymbol().parameterList().stream().mapToInt(p -> TypeKind.from(p).slotSize()).sum();
    boolean isStatic = call.opcode() == Opcode.INVOKESTATIC;
    String receiver =
        isStatic ? CodeWeaver.simpleName(owner) : weaver.expressions().operand(position, depth);
    return weaver.add(
        kind, receiver, name, owner, call.type().stringValue(), isStatic, visible, false);
  }

  private void point(
      CodeBuilder code, InvokeInstruction call, String owner, int position, Effect effect) {
    String name = call.name().stringValue();
    int site = callSite(Kind.CALL, call, owner, name, position, effect == Effect.POINT);
    if (!call.typeSymbol().returnType().equals(CD_void)) {
      weaver.noteDecision(site);
    }
    String hook = effect == Effect.POINT ? "call" : "callIfShared";
    if (call.opcode() == Opcode.INVOKESTATIC) {
      code.loadConstant(site).invokestatic(HOOKS, hook, CodeWeaver.siteType());
    } else {
      withReceiver(
          code,
          call,
          slots -> {
            code.dup();
            argument(code, call, slots);
            code.loadConstant(site).invokestatic(HOOKS, hook, CALL);
          });
    }
    if (name.startsWith("weakCompareAndSet") && weaver.mayTake(Liberty.WEAK_CAS_FAILURES)) {
      weakly(code, call, site);
    } else {
      code.with(call);
    }
    after(code, call, name, site);
  }

  /** Makes the call, or leaves it out as one that has failed. */
  private static void weakly(CodeBuilder code, InvokeInstruction call, int site) {
    code.loadConstant(site)
        .invokestatic(LIBERTY_HOOKS, "weakFails", MethodTypeDesc.of(CD_boolean, CD_int))
        .ifThenElse(
            fails -> {
              for (ClassDesc type : call.typeSymbol().parameterList().reversed()) {
                if (TypeKind.from(type).slotSize() == 2) {
                  fails.pop2();
                } else {
                  fails.pop();
                }
              }
              fails.pop().iconst_0();
            },
            made -> made.with(call));
  }

  /** Calls the hook with the receiver, which lies below the arguments. */
  private static void withReceiver(
      CodeBuilder code, InvokeInstruction call, int site, String hook) {
    withReceiver(
        code,
        call,
        _ -> code.dup().loadConstant(site).invokestatic(HOOKS, hook, CodeWeaver.objectSiteType()));
  }

  /** Does something with the receiver, which lies below the arguments. */
  private static void withReceiver(CodeBuilder code, InvokeInstruction call, Consumer<int[]> work) {
    var parameters = call.typeSymbol().parameterList();
    int[] slots = new int[parameters.size()];
    for (int i = slots.length - 1; i >= 0; i--) {
      TypeKind kind = TypeKind.from(parameters.get(i));
      slots[i] = code.allocateLocal(kind);
      code.storeLocal(kind, slots[i]);
    }
    work.accept(slots);
    for (int i = 0; i < slots.length; i++) {
      code.loadLocal(TypeKind.from(parameters.get(i)), slots[i]);
    }
  }

  /** Pushes the first argument that is a reference, and the first that is an {@code int}. */
  private static void argument(CodeBuilder code, InvokeInstruction call, int[] slots) {
    var parameters = call.typeSymbol().parameterList();
    int reference = -1;
    int number = -1;
    for (int i = slots.length - 1; i >= 0; i--) {
      if (!parameters.get(i).isPrimitive()) {
        reference = slots[i];
      } else if (parameters.get(i).equals(CD_int)) {
        number = slots[i];
      }
    }
    if (reference < 0) {
      code.aconst_null();
    } else {
      code.aload(reference);
    }
    if (number < 0) {
      code.iconst_0();
    } else {
      code.iload(number);
    }
  }

  private static void after(CodeBuilder code, InvokeInstruction call, String name, int site) {
    ClassDesc result = call.typeSymbol().returnType();
    boolean reads = Calls.reads(name);
    String hook = reads ? "consulted" : Calls.tries(name) ? "tried" : "called";
    if (result.equals(CD_void)) {
      code.loadConstant(site).invokestatic(HOOKS, hook, CodeWeaver.siteType());
    } else if (result.equals(CD_boolean) || result.equals(CD_int) || result.equals(CD_long)) {
      code.loadConstant(site).invokestatic(HOOKS, hook, CodeWeaver.valueType(result));
    } else if (result.isPrimitive()) {
      code.loadConstant(site).invokestatic(HOOKS, hook, CodeWeaver.siteType());
    } else {
      code.dup().loadConstant(site).invokestatic(HOOKS, hook, CodeWeaver.objectSiteType());
    }
  }

  /** Returns whether a loop that makes this call may still do nothing but read. */
  boolean onlyReads(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    if (owner.equals("java/lang/Thread")) {
      return name.equals("onSpinWait")
          || name.equals("yield")
          || name.startsWith("is")
          || name.equals("currentThread")
          || name.equals("getState");
    }
    if (owner.equals("java/lang/System")) {
      return name.equals("nanoTime") || name.equals("currentTimeMillis");
    }
    if (owner.startsWith("java/util/concurrent/") || owner.equals("java/lang/invoke/VarHandle")) {
      return Calls.reads(name)
          || (Calls.tries(name) && call.typeSymbol().returnType().equals(CD_boolean));
    }
    return false;
  }
}
