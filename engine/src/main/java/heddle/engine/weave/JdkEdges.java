package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the JDK hands work and results from thread to thread: submitting a task happens-before
 * running it, which happens-before seeing its end (package {@code java.util.concurrent}, "Memory
 * Consistency Properties"). Executors and futures do that inside, where no call of the program
 * shows it, so their own methods report it.
 *
 * <p>Locks, queues and the like need nothing here: a call of the program tells all.
 */
final class JdkEdges {
  private static final ClassDesc HOOKS = ClassDesc.of("heddle.hooks.JdkHooks");
  private static final MethodTypeDesc OF_KEY = MethodTypeDesc.of(CD_void, CD_Object);
  private static final MethodTypeDesc OF_INT = MethodTypeDesc.of(CD_int, CD_Object, CD_int);
  private static final MethodTypeDesc OF_RESULT =
      MethodTypeDesc.of(CD_Object, CD_Object, CD_Object);
  private static final MethodTypeDesc OF_BOOLEAN =
      MethodTypeDesc.of(CD_boolean, CD_boolean, CD_Object);
  private static final MethodTypeDesc OF_THREAD =
      MethodTypeDesc.of(CD_boolean, CD_boolean, ClassDesc.of("java.lang.Thread"));

  private static final String PACKAGE = "java.util.concurrent.";
  private static final String FUTURE = PACKAGE + "CompletableFuture";
  private static final String PER_TASK = PACKAGE + "ThreadPerTaskExecutor";
  private static final String HOLDER = PER_TASK + "$AnyResultHolder";
  private static final String QUEUE = PACKAGE + "ForkJoinPool$WorkQueue";

  /** Stages of {@code CompletableFuture} that fire when what they depend on is complete. */
  private static final List<String> STAGES =
      Stream.of(
              "UniApply",
              "UniAccept",
              "UniRun",
              "UniWhenComplete",
              "UniHandle",
              "UniExceptionally",
              "UniComposeExceptionally",
              "UniRelay",
              "UniCompose",
              "BiApply",
              "BiAccept",
              "BiRun",
              "BiRelay",
              "CoCompletion",
              "OrApply",
              "OrAccept",
              "OrRun",
              "AnyOf")
          .map(stage -> FUTURE + "$" + stage)
          .toList();

  /** Classes that are patched for these edges alone. */
  static final List<String> CLASSES =
      Stream.concat(STAGES.stream(), Stream.of(PACKAGE + "ThreadPoolExecutor", HOLDER, QUEUE))
          .toList();

  /** Methods that complete a future, unless it is complete. */
  private static final Set<String> COMPLETE =
      Set.of(
          "internalComplete",
          "completeNull",
          "completeValue",
          "completeThrowable",
          "completeRelay");

  /** Methods before which what the caller did is handed on by way of {@code this}. */
  private static final Set<String> GIVE_THIS =
      Set.of(
          PACKAGE + "FutureTask.finishCompletion",
          PACKAGE + "ForkJoinTask.setDone",
          PACKAGE + "ForkJoinTask.trySetCancelled",
          PACKAGE + "ForkJoinTask.trySetThrown",
          PACKAGE + "CountedCompleter.compareAndSetPendingCount",
          PACKAGE + "CountedCompleter.weakCompareAndSetPendingCount",
          PACKAGE + "CountedCompleter.addToPendingCount",
          PACKAGE + "CountedCompleter.decrementPendingCountUnlessZero",
          PACKAGE + "ThreadPoolExecutor.processWorkerExit",
          PACKAGE + "ForkJoinPool.deactivate",
          PACKAGE + "ForkJoinPool.deregisterWorker",
          PER_TASK + ".taskComplete",
          HOLDER + ".complete");

  /** Methods before which what the caller did is handed on by way of the first argument. */
  private static final Set<String> GIVE_ARGUMENT =
      Set.of(
          FUTURE + ".tryPushStack",
          PACKAGE + "ThreadPoolExecutor.execute",
          PACKAGE + "ScheduledThreadPoolExecutor.delayedExecute",
          PACKAGE + "ScheduledThreadPoolExecutor.reExecutePeriodic",
          PACKAGE + "ForkJoinPool.scheduleDelayedTask",
          QUEUE + ".push");

  /** Methods that, when they return true, have seen the end of all tasks of an executor. */
  private static final Set<String> END =
      Set.of("awaitTermination", "isTerminated", "isQuiescent", "awaitQuiescence");

  private static final Set<String> EXECUTORS =
      Set.of(PACKAGE + "ThreadPoolExecutor", PACKAGE + "ForkJoinPool", PER_TASK);

  /** Volatile fields whose values tell how far a task is, and the hooks that judge them. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "java/util/concurrent/CompletableFuture.result", "completed",
          "java/util/concurrent/ForkJoinTask.status", "doneWhenNegative",
          "java/util/concurrent/FutureTask.state", "doneWhenAboveOne",
          "java/util/concurrent/CountedCompleter.pending", "counted");

  private JdkEdges() {}

  /** Weaves the start of {@code type.method}. */
  static void start(CodeBuilder code, String type, String method) {
    String name = type + "." + method.substring(0, method.indexOf('('));
    if (type.equals(FUTURE) && COMPLETE.contains(name.substring(FUTURE.length() + 1))) {
      code.aload(0)
          .getfield(ClassDesc.of(FUTURE), "result", CD_Object)
          .aload(0)
          .invokestatic(HOOKS, "completes", MethodTypeDesc.of(CD_void, CD_Object, CD_Object));
    } else if (GIVE_THIS.contains(name)) {
      code.aload(0).invokestatic(HOOKS, "gives", OF_KEY);
    } else if (GIVE_ARGUMENT.contains(name)) {
      code.aload(1).invokestatic(HOOKS, "gives", OF_KEY);
    } else if (name.equals(PACKAGE + "ForkJoinTask.doExec")
        || (STAGES.contains(type) && method.startsWith("tryFire(I)"))) {
      code.aload(0).invokestatic(HOOKS, "takes", OF_KEY);
    }
  }

  /** Weaves a return from {@code type.method}, whose result is on the stack. */
  static void end(CodeBuilder code, String type, String method) {
    String name = method.substring(0, method.indexOf('('));
    if (EXECUTORS.contains(type) && END.contains(name) && method.endsWith(")Z")) {
      code.aload(0).invokestatic(HOOKS, "takesIf", OF_BOOLEAN);
    } else if (type.equals(PACKAGE + "ForkJoinPool") && name.equals("close")) {
      code.aload(0).invokestatic(HOOKS, "takes", OF_KEY);
    } else if (type.equals(PACKAGE + "ForkJoinTask") && name.equals("awaitDone")) {
      code.aload(0).swap().invokestatic(HOOKS, "doneWhenNegative", OF_INT);
    } else if (type.equals(HOLDER) && name.equals("result")) {
      code.aload(0).swap().invokestatic(HOOKS, "completed", OF_RESULT);
    } else if (type.equals("java.lang.Thread")
        && (name.equals("isInterrupted") || name.equals("getAndClearInterrupt"))) {
      sawInterrupt(code);
    }
  }

  /** The answer to whether {@code this} was interrupted is on the stack. */
  static void sawInterrupt(CodeBuilder code) {
    code.aload(0).invokestatic(HOOKS, "sawInterrupt", OF_THREAD);
  }

  /** Weaves a field instruction of {@code type}; returns whether it has. */
  static boolean field(CodeBuilder code, String type, FieldInstruction field) {
    String name = field.owner().asInternalName() + "." + field.name().stringValue();
    String hook = FIELDS.get(name);
    boolean own = type.startsWith(field.owner().asInternalName().replace('/', '.'));
    if (hook == null || !own) {
      return false;
    }
    if (field.opcode() == Opcode.GETFIELD) {
      code.dup().with(field);
      code.invokestatic(HOOKS, hook, hook.equals("completed") ? OF_RESULT : OF_INT);
      return true;
    }
    if (field.opcode() == Opcode.PUTFIELD && hook.equals("completed")) {
      code.swap().dup().invokestatic(HOOKS, "gives", OF_KEY).swap().with(field);
      return true;
    }
    return false;
  }

  /** Before a call in {@code type.method}: a pool is about to run a task. */
  static void call(CodeBuilder code, String type, String method, InvokeInstruction call) {
    if (type.equals(PACKAGE + "ThreadPoolExecutor")
        && method.startsWith("runWorker(")
        && call.owner().asInternalName().equals("java/lang/Runnable")) {
      code.dup().invokestatic(HOOKS, "takes", OF_KEY);
    }
  }
}
