package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * New bodies for the few methods of the JDK that block, tell the time or draw random numbers: for
 * threads of the program they ask the engine, for all others they do what they did. Signatures and
 * fields stay as they are, so that the classes can be redefined in a running JVM.
 */
public final class JdkPatches {
  private static final ClassDesc HOOKS = ClassDesc.of("heddle.hooks.JdkHooks");
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc STATE = ClassDesc.of("java.lang.Thread$State");
  private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
  private static final ClassDesc SOCKET_HOOKS = ClassDesc.of("heddle.hooks.SocketHooks");
  private static final ClassDesc INTERRUPTIBLE = ClassDesc.of("sun.nio.ch.Interruptible");
  private static final ClassDesc UNSAFE = ClassDesc.of("jdk.internal.misc.Unsafe");
  private static final ClassDesc FRAMES = ClassDesc.of("java.lang.StackTraceElement").arrayType();
  private static final MethodTypeDesc IS = MethodTypeDesc.of(CD_boolean);
  private static final MethodTypeDesc IS_THREAD = MethodTypeDesc.of(CD_boolean, THREAD);
  private static final MethodTypeDesc NONE = MethodTypeDesc.of(CD_void);
  private static final MethodTypeDesc NANOS = MethodTypeDesc.of(CD_void, CD_long);
  private static final MethodTypeDesc OF_THREAD = MethodTypeDesc.of(CD_void, THREAD);
  private static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(CD_void, CD_Object);

  /** Classes in which calls are redirected, fields replaced or methods given a new head. */
  private static final List<String> PATCHED =
      List.of(
          "java.lang.Thread",
          "java.lang.VirtualThread",
          "java.lang.Throwable",
          "java.lang.Enum",
          "java.util.concurrent.locks.LockSupport",
          "java.util.concurrent.locks.AbstractQueuedSynchronizer",
          "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
          "java.util.concurrent.locks.AbstractQueuedLongSynchronizer",
          "java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject",
          "java.util.concurrent.locks.StampedLock",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ForkJoinTask",
          "java.util.concurrent.ForkJoinWorkerThread",
          "java.util.concurrent.CountedCompleter",
          "java.util.concurrent.DelayScheduler",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletableFuture$Signaller",
          "java.util.concurrent.FutureTask",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask",
          "java.util.concurrent.AbstractExecutorService",
          "java.util.concurrent.ThreadPerTaskExecutor",
          "java.util.concurrent.Exchanger",
          "java.util.concurrent.Phaser",
          "java.util.concurrent.Phaser$QNode",
          "java.util.concurrent.LinkedTransferQueue",
          "java.util.concurrent.LinkedTransferQueue$DualNode",
          "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
          "java.util.Timer",
          "java.util.TimerThread",
          "java.util.TimerTask",
          "java.util.Timer$ThreadReaper",
          "java.util.ArrayList",
          "java.util.Random",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.GregorianCalendar",
          "java.time.Clock",
          "java.time.Clock$SystemClock",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$Set12$1",
          "java.util.ImmutableCollections$SetN",
          "java.util.ImmutableCollections$SetN$SetNIterator",
          "java.util.ImmutableCollections$MapN",
          "java.util.ImmutableCollections$MapN$MapNIterator",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.Collections$SynchronizedCollection",
          "java.util.Collections$SynchronizedList",
          "java.util.Collections$SynchronizedSet",
          "java.util.Collections$SynchronizedMap",
          "java.util.Collections$SynchronizedSortedSet",
          "java.util.Collections$SynchronizedSortedMap");

  /**
   * Classes whose monitors are the engine's, because threads wait for them or are suspended inside.
   */
  private static final Set<String> MONITORS =
      Set.of(
          "java.util.Timer",
          "java.util.TimerThread",
          "java.util.TimerTask",
          "java.util.Timer$ThreadReaper");

  /**
   * Classes whose monitors are the engine's as well as the JVM's: other threads of the JVM use them
   * too.
   */
  private static final Set<String> SHARED_MONITORS =
      Set.of(
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.Collections$SynchronizedCollection",
          "java.util.Collections$SynchronizedList",
          "java.util.Collections$SynchronizedSet",
          "java.util.Collections$SynchronizedMap",
          "java.util.Collections$SynchronizedSortedSet",
          "java.util.Collections$SynchronizedSortedMap");

  private record Redirect(String name, MethodTypeDesc type) {}

  private static final Map<String, Redirect> REDIRECTS =
      Map.of(
          "jdk/internal/misc/Unsafe.park(ZJ)V",
          new Redirect("park", MethodTypeDesc.of(CD_void, UNSAFE, CD_boolean, CD_long)),
          "jdk/internal/misc/Unsafe.unpark(Ljava/lang/Object;)V",
          new Redirect("unpark", MethodTypeDesc.of(CD_void, UNSAFE, CD_Object)),
          "java/lang/System.nanoTime()J",
          new Redirect("nanoTime", MethodTypeDesc.of(CD_long)),
          "java/lang/System.currentTimeMillis()J",
          new Redirect("currentTimeMillis", MethodTypeDesc.of(CD_long)),
          "jdk/internal/misc/VM.getNanoTimeAdjustment(J)J",
          new Redirect("nanoTimeAdjustment", MethodTypeDesc.of(CD_long, CD_long)),
          "java/lang/System.identityHashCode(Ljava/lang/Object;)I",
          new Redirect("identityHashCode", MethodTypeDesc.of(CD_int, CD_Object)),
          "java/lang/Object.wait()V",
          new Redirect("await", OF_OBJECT),
          "java/lang/Object.wait(J)V",
          new Redirect("await", MethodTypeDesc.of(CD_void, CD_Object, CD_long)),
          "java/lang/Object.notify()V",
          new Redirect("signal", OF_OBJECT),
          "java/lang/Object.notifyAll()V",
          new Redirect("signalAll", OF_OBJECT));

  private static final Map<String, Consumer<CodeBuilder>> HEADS = heads();

  private JdkPatches() {}

  private static Map<String, Consumer<CodeBuilder>> heads() {
    Map<String, Consumer<CodeBuilder>> heads = new LinkedHashMap<>();
    String thread = "java.lang.Thread.";
    String virtual = "java.lang.VirtualThread.";
    heads.put(thread + "sleepNanos(J)V", caller(c -> c.lload(0), "sleep", NANOS));
    heads.put(thread + "yield()V", caller(_ -> {}, "yieldNow", NONE));
    heads.put(
        thread + "join(J)V",
        caller(
            c -> c.aload(0).lload(1), "joinMillis", MethodTypeDesc.of(CD_void, THREAD, CD_long)));
    heads.put(thread + "interrupt()V", JdkPatches::interrupt);
    heads.put(thread + "alive()Z", JdkPatches::alive);
    heads.put(thread + "threadState()Ljava/lang/Thread$State;", JdkPatches::state);
    heads.put(virtual + "park()V", caller(_ -> {}, "park", NONE));
    heads.put(virtual + "parkNanos(J)V", caller(c -> c.lload(1), "parkNanos", NANOS));
    heads.put(virtual + "sleepNanos(J)V", caller(c -> c.lload(1), "sleep", NANOS));
    heads.put(virtual + "tryYield()V", caller(_ -> {}, "yieldNow", NONE));
    heads.put(virtual + "unpark()V", target(c -> c.aload(0), "unpark", OF_THREAD));
    heads.put(virtual + "unpark(Z)V", target(c -> c.aload(0), "unpark", OF_THREAD));
    heads.put(virtual + "joinNanos(J)Z", JdkPatches::joinNanos);
    heads.put(virtual + "interrupt()V", JdkPatches::interrupt);
    heads.put(virtual + "getAndClearInterrupt()Z", JdkPatches::clearInterrupt);
    heads.put(virtual + "alive()Z", JdkPatches::alive);
    heads.put(virtual + "isTerminated()Z", JdkPatches::terminated);
    heads.put(virtual + "threadState()Ljava/lang/Thread$State;", JdkPatches::state);
    heads.put(virtual + "toString()Ljava/lang/String;", JdkPatches::describe);
    heads.put(
        "java.util.ArrayList.add(Ljava/lang/Object;[Ljava/lang/Object;I)V",
        code -> code.aload(0).invokestatic(HOOKS, "inside", OF_OBJECT));
    heads.put(HttpPatches.CLEANUP, HttpPatches::ifControlled);
    heads.put(
        "java.net.InetAddress.getLocalHost()Ljava/net/InetAddress;", SocketPatches::localHost);
    return heads;
  }

  /** If the caller is controlled: call the hook and return. */
  private static Consumer<CodeBuilder> caller(
      Consumer<CodeBuilder> arguments, String hook, MethodTypeDesc type) {
    return code ->
        code.invokestatic(HOOKS, "controlled", IS)
            .ifThen(block -> {
              arguments.accept(block);
              block.invokestatic(HOOKS, hook, type).return_();
            });
  }

  /** If {@code this} is controlled: call the hook and return. */
  private static Consumer<CodeBuilder> target(
      Consumer<CodeBuilder> arguments, String hook, MethodTypeDesc type) {
    return code ->
        ifTarget(
            code,
            block -> {
              arguments.accept(block);
              block.invokestatic(HOOKS, hook, type).return_();
            });
  }

  private static void ifTarget(CodeBuilder code, Consumer<CodeBuilder> then) {
    code.aload(0).invokestatic(HOOKS, "controlled", IS_THREAD).ifThen(block -> then.accept(block));
  }

  private static void interrupt(CodeBuilder code) {
    ifTarget(
        code,
        block ->
            block
                .aload(0)
                .iconst_1()
                .putfield(THREAD, "interrupted", CD_boolean)
                .aload(0)
                .invokestatic(HOOKS, "interrupted", OF_THREAD)
                .aload(0)
                .aload(0)
                .invokevirtual(THREAD, "nioBlocker", MethodTypeDesc.of(INTERRUPTIBLE))
                .invokestatic(SOCKET_HOOKS, "interrupt", SocketPatches.INTERRUPT)
                .return_());
  }

  private static void clearInterrupt(CodeBuilder code) {
    ifTarget(
        code,
        block -> {
          block
              .aload(0)
              .getfield(THREAD, "interrupted", CD_boolean)
              .aload(0)
              .iconst_0()
              .putfield(THREAD, "interrupted", CD_boolean);
          JdkEdges.sawInterrupt(block);
          block.ireturn();
        });
  }

  private static void alive(CodeBuilder code) {
    ifTarget(code, block -> block.aload(0).invokestatic(HOOKS, "isAlive", IS_THREAD).ireturn());
  }

  private static void terminated(CodeBuilder code) {
    ifTarget(
        code,
        block ->
            block.aload(0).invokestatic(HOOKS, "isAlive", IS_THREAD).iconst_1().ixor().ireturn());
  }

  private static void state(CodeBuilder code) {
    ifTarget(
        code,
        block ->
            block
                .aload(0)
                .invokestatic(HOOKS, "state", MethodTypeDesc.of(STATE, THREAD))
                .areturn());
  }

  private static void describe(CodeBuilder code) {
    ClassDesc string = ClassDesc.of("java.lang.String");
    ifTarget(
        code,
        block ->
            block
                .aload(0)
                .invokestatic(HOOKS, "describe", MethodTypeDesc.of(string, THREAD))
                .areturn());
  }

  private static void joinNanos(CodeBuilder code) {
    code.invokestatic(HOOKS, "controlled", IS)
        .ifThen(block ->
            block
                .aload(0)
                .lload(1)
                .invokestatic(HOOKS, "join", MethodTypeDesc.of(CD_boolean, THREAD, CD_long))
                .ireturn());
  }

  /**
   * Returns the patched classes of this JVM's JDK by binary name.
   *
   * @throws IOException when the JDK's own class files can not be read
   */
  public static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> patched = new LinkedHashMap<>();
    for (String name : Stream.concat(PATCHED.stream(), JdkEdges.CLASSES.stream()).toList()) {
      add(patched, name, true);
    }
    for (String name : SocketPatches.PATCHED) {
      add(patched, name, false);
    }
    return patched;
  }

  private static void add(Map<String, byte[]> patched, String name, boolean required)
      throws IOException {
    try (InputStream in =
        Object.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
      if (in == null && required) {
        throw new IOException("class " + name + " is missing from this JDK");
      }
      if (in != null) {
        patched.put(name, patch(name, in.readAllBytes()));
      }
    }
  }

  private static byte[] patch(String name, byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    return ClassFile.of()
        .transformClass(
            model,
            ClassTransform.transformingMethods((builder, element) -> {
              if (element instanceof java.lang.classfile.CodeModel code) {
                MethodModel method = code.parent().orElseThrow();
                builder.transformCode(code, new Body(name, method));
              } else {
                builder.with(element);
              }
            }));
  }

  private static boolean ownsMonitors(String type) {
    return MONITORS.contains(type) || HttpPatches.covers(type);
  }

  /** Patches the code of one method. */
  static final class Body implements CodeTransform {
    private final String type;
    private final String method;

    Body(String type, MethodModel method) {
      this.type = type;
      this.method = method.methodName().stringValue() + method.methodType().stringValue();
    }

    @Override
    public void atStart(CodeBuilder code) {
      Consumer<CodeBuilder> head = HEADS.get(type + "." + method);
      if (head != null) {
        head.accept(code);
      }
      JdkEdges.start(code, type, method);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case InvokeInstruction call -> invoke(code, call);
        case FieldInstruction field when field.opcode() == Opcode.GETSTATIC -> field(code, field);
        case FieldInstruction field -> {
          if (!JdkEdges.field(code, type, field)) {
            code.with(field);
          }
        }
        case MonitorInstruction monitor -> monitor(code, monitor);
        case ReturnInstruction returns
            when type.equals("java.lang.Throwable") && method.startsWith("getOurStackTrace") -> {
          code.invokestatic(HOOKS, "visible", MethodTypeDesc.of(FRAMES, FRAMES));
          code.with(returns);
        }
        case ReturnInstruction returns -> {
          JdkEdges.end(code, type, method);
          code.with(returns);
        }
        default -> code.with(element);
      }
    }

    private void invoke(CodeBuilder code, InvokeInstruction call) {
      String name = call.name().stringValue();
      String owner = call.owner().asInternalName();
      boolean starts =
          (name.equals("start0") && owner.equals("java/lang/Thread"))
              || name.equals("externalSubmitRunContinuationOrThrow");
      Redirect redirect = REDIRECTS.get(owner + "." + name + call.type().stringValue());
      boolean ofMonitor = owner.equals("java/lang/Object");
      if (SocketPatches.replace(code, call)) {
        return;
      }
      SocketPatches.beforeLock(code, type, call);
      if (starts && method.startsWith("start")) {
        start(code, call);
      } else if (redirect != null
          && (!ofMonitor || ownsMonitors(type) || SocketPatches.sharesMonitors(type))) {
        code.invokestatic(HOOKS, redirect.name(), redirect.type());
      } else {
        JdkEdges.call(code, type, method, call);
        code.with(call);
        drawn(code, name);
      }
    }

    /** After a call that draws a seed: the schedule is to determine it. */
    private void drawn(CodeBuilder code, String name) {
      boolean ofThread = method.startsWith("localInit");
      if (name.equals("seedUniquifier")) {
        code.invokestatic(HOOKS, "seed", MethodTypeDesc.of(CD_long, CD_long));
      } else if (ofThread && name.equals("mixMurmur64")) {
        code.invokestatic(HOOKS, "threadSeed", MethodTypeDesc.of(CD_long, CD_long));
      } else if (ofThread && name.equals("addAndGet")) {
        code.invokestatic(HOOKS, "threadProbe", MethodTypeDesc.of(CD_int, CD_int));
      }
    }

    private static void start(CodeBuilder code, InvokeInstruction call) {
      Label controlled = code.newLabel();
      Label done = code.newLabel();
      code.dup().invokestatic(HOOKS, "start", IS_THREAD).ifne(controlled);
      code.with(call);
      code.goto_(done).labelBinding(controlled).pop().labelBinding(done);
    }

    private void field(CodeBuilder code, FieldInstruction field) {
      String name = field.name().stringValue();
      String owner = field.owner().asInternalName();
      boolean collections = owner.equals("java/util/ImmutableCollections");
      if (collections && name.equals("SALT32L")) {
        code.lconst_0();
      } else if (collections && name.equals("REVERSE")) {
        code.iconst_0();
      } else {
        code.with(field);
        if (!method.startsWith("<clinit>")
            && (name.equals("common") || name.equals("ASYNC_POOL"))
            && field.type().stringValue().equals(POOL.descriptorString())) {
          code.invokestatic(HOOKS, "commonPool", MethodTypeDesc.of(POOL, POOL));
        }
      }
    }

    private void monitor(CodeBuilder code, MonitorInstruction monitor) {
      boolean enters = monitor.opcode() == Opcode.MONITORENTER;
      if (ownsMonitors(type)) {
        code.invokestatic(HOOKS, enters ? "enter" : "exit", OF_OBJECT);
      } else if (SHARED_MONITORS.contains(type) || SocketPatches.sharesMonitors(type)) {
        if (enters) {
          code.dup().invokestatic(HOOKS, "enter", OF_OBJECT).with(monitor);
        } else {
          code.dup().with(monitor).invokestatic(HOOKS, "exit", OF_OBJECT);
        }
      } else {
        code.with(monitor);
      }
    }
  }
}
