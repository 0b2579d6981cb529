package heddle.engine.weave;

import java.util.Set;

/** Which library calls concern the scheduler, and how. */
public final class Calls {
  /** How a call is woven. */
  enum Effect {
    /** It concerns no one else. */
    NONE,
    /** A scheduling point. */
    POINT,
    /** A scheduling point if the receiver turns out to be a collection that synchronizes. */
    POINT_IF_SHARED,
    /** No scheduling point, but its line is worth knowing. */
    PASS,
    /** It prints. */
    PRINT,
    /** An operation on a stream. */
    STREAM,
    /** Not controllable. */
    ESCAPE,
    /** Not controllable, unless the receiver is the address of something local. */
    ESCAPE_IF_REMOTE
  }

  private static final String CONCURRENT = "java/util/concurrent/";

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java/util/Collection",
          "java/util/List",
          "java/util/Set",
          "java/util/Map",
          "java/util/Queue",
          "java/util/Deque",
          "java/util/SortedMap",
          "java/util/SortedSet",
          "java/util/NavigableMap",
          "java/util/NavigableSet",
          "java/util/Iterator",
          "java/lang/Iterable",
          "java/util/SequencedCollection",
          "java/util/SequencedMap",
          "java/util/ArrayList",
          "java/util/LinkedList",
          "java/util/ArrayDeque",
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/HashSet",
          "java/util/LinkedHashSet",
          "java/util/TreeSet",
          "java/util/PriorityQueue",
          "java/util/ListIterator",
          "java/util/AbstractMap",
          "java/util/AbstractCollection",
          "java/util/AbstractList",
          "java/util/IdentityHashMap",
          "java/util/WeakHashMap",
          "java/util/EnumMap",
          "java/util/BitSet",
          "java/lang/StringBuffer",
          "java/util/Vector",
          "java/util/Hashtable",
          "java/util/Stack",
          "java/util/Properties");

  private static final Set<String> THREAD_POINTS =
      Set.of("interrupt", "isInterrupted", "interrupted", "isAlive", "getState");

  private static final Set<String> THREAD_PASSES =
      Set.of("start", "join", "sleep", "yield", "startVirtualThread");

  private static final Set<String> NOT_SHARED =
      Set.of(
          CONCURRENT + "TimeUnit",
          CONCURRENT + "Executors",
          CONCURRENT + "ThreadLocalRandom",
          CONCURRENT + "Callable",
          CONCURRENT + "ThreadFactory",
          CONCURRENT + "ExecutionException",
          CONCURRENT + "Flow",
          CONCURRENT + "CompletionException");

  /**
   * Connections that are not simulated: their secrets come from outside, or their threads and pools
   * outlive an execution.
   */
  private static final Set<String> ESCAPING =
      Set.of(
          "java/net/URLConnection",
          "java/nio/channels/AsynchronousChannelGroup",
          "java/nio/channels/AsynchronousSocketChannel",
          "java/nio/channels/AsynchronousServerSocketChannel",
          "javax/net/ssl/SSLSocketFactory");

  /** What sockets and channels tell of themselves, which other threads change. */
  private static final Set<String> STATES =
      Set.of(
          "isClosed",
          "isOpen",
          "isConnected",
          "isConnectionPending",
          "isBound",
          "isBlocking",
          "isRegistered",
          "isValid",
          "isInputShutdown",
          "isOutputShutdown");

  /** Classes of {@code java.io} that a program reads and writes connections with. */
  private static final Set<String> STREAMS =
      Set.of(
          "java/io/InputStream",
          "java/io/OutputStream",
          "java/io/FilterInputStream",
          "java/io/FilterOutputStream",
          "java/io/BufferedInputStream",
          "java/io/BufferedOutputStream",
          "java/io/DataInputStream",
          "java/io/DataOutputStream",
          "java/io/ObjectInputStream",
          "java/io/ObjectOutputStream",
          "java/io/Reader",
          "java/io/Writer",
          "java/io/InputStreamReader",
          "java/io/OutputStreamWriter",
          "java/io/BufferedReader",
          "java/io/BufferedWriter",
          "java/io/PrintWriter",
          "java/io/Closeable",
          "java/lang/AutoCloseable",
          "java/util/Scanner");

  private static final Set<String> READING =
      Set.of(
          "get",
          "getState",
          "peek",
          "size",
          "isEmpty",
          "getPlain",
          "getAcquire",
          "getOpaque",
          "getVolatile",
          "availablePermits",
          "getCount",
          "getNumberWaiting",
          "intValue",
          "longValue",
          "doubleValue",
          "toString",
          "hashCode",
          "equals",
          "getNow",
          "state",
          "resultNow",
          "getQueueLength",
          "remainingCapacity",
          "sum",
          "getOrDefault",
          "hasNext",
          "getReference",
          "getStamp",
          "getPhase",
          "getParties",
          "getArrivedParties",
          "element",
          "getFirst",
          "getLast",
          "peekFirst",
          "peekLast",
          "indexOf",
          "mappingCount",
          "getQueuedThreads",
          "tryOptimisticRead",
          "validate",
          "getHoldCount",
          "getReadLockCount",
          "getActiveCount",
          "getPoolSize",
          "getCompletedTaskCount",
          "forEach",
          "iterator",
          "stream",
          "keySet",
          "values",
          "entrySet");

  private static final Set<String> PRINTING =
      Set.of("print", "println", "printf", "format", "append", "write");

  private static final Set<String> REFLECTING =
      Set.of(
          "getBoolean",
          "getByte",
          "getChar",
          "getShort",
          "getInt",
          "getLong",
          "getFloat",
          "getDouble",
          "setBoolean",
          "setByte",
          "setChar",
          "setShort",
          "setInt",
          "setLong",
          "setFloat",
          "setDouble");

  private Calls() {}

  /**
   * Returns the effect of calling {@code owner.name}; {@code owner} is where the search for the
   * method ends.
   */
  static Effect effect(String owner, String name, boolean isStatic) {
    if (name.equals("<init>")) {
      return ESCAPING.contains(owner)
          ? Effect.ESCAPE
          : ofNetwork(owner) ? Effect.PASS : Effect.NONE;
    }
    if (owner.equals("java/lang/Thread")) {
      return thread(name);
    }
    if (owner.startsWith("java/lang/Thread$Builder")) {
      return name.equals("start") ? Effect.PASS : Effect.NONE;
    }
    if (owner.equals(CONCURRENT + "locks/LockSupport")) {
      return name.startsWith("park") || name.equals("unpark") ? Effect.POINT : Effect.NONE;
    }
    if (owner.equals("java/lang/invoke/VarHandle")) {
      return name.endsWith("Fence") || name.equals("withInvokeExactBehavior")
          ? Effect.NONE
          : Effect.POINT;
    }
    if (owner.startsWith(CONCURRENT)) {
      return isStatic || NOT_SHARED.contains(owner) || name.equals("newCondition")
          ? concurrentStatic(owner, name)
          : Effect.POINT;
    }
    if (owner.equals("java/io/PrintStream") || owner.equals("java/lang/IO")) {
      return PRINTING.contains(name) ? Effect.PRINT : Effect.NONE;
    }
    if (owner.startsWith("java/util/stream/") && !isStatic) {
      return owner.endsWith("Stream") ? Effect.STREAM : Effect.NONE;
    }
    if (COLLECTIONS.contains(owner)) {
      return isStatic ? Effect.NONE : Effect.POINT_IF_SHARED;
    }
    return outside(owner, name, isStatic);
  }

  private static Effect thread(String name) {
    if (THREAD_POINTS.contains(name)) {
      return Effect.POINT;
    }
    return THREAD_PASSES.contains(name) ? Effect.PASS : Effect.NONE;
  }

  private static Effect concurrentStatic(String owner, String name) {
    return owner.equals(CONCURRENT + "TimeUnit")
            && (name.equals("sleep") || name.startsWith("timed"))
        ? Effect.PASS
        : Effect.NONE;
  }

  private static Effect outside(String owner, String name, boolean isStatic) {
    boolean process =
        (owner.equals("java/lang/ProcessBuilder") && name.equals("start"))
            || (owner.equals("java/lang/Runtime") && name.equals("exec"));
    boolean loads =
        (owner.equals("java/lang/System") || owner.equals("java/lang/Runtime"))
            && name.startsWith("load");
    if (process || loads) {
      return Effect.ESCAPE;
    }
    if (owner.equals("java/net/URL") && (name.equals("openStream") || name.equals("getContent"))) {
      return Effect.ESCAPE_IF_REMOTE;
    }
    if (isStatic && ESCAPING.contains(owner)) {
      return Effect.ESCAPE;
    }
    if (ofNetwork(owner) && STATES.contains(name)) {
      return Effect.POINT;
    }
    return ofNetwork(owner) || STREAMS.contains(owner) ? Effect.PASS : Effect.NONE;
  }

  /** Returns whether calls of {@code owner} may use the network. */
  private static boolean ofNetwork(String owner) {
    return owner.startsWith("java/net/")
        || owner.startsWith("java/nio/channels/")
        || owner.startsWith("com/sun/net/httpserver/");
  }

  /**
   * Returns whether a call only reads, so that a thread that repeats it without a change gets
   * nowhere.
   */
  public static boolean reads(String name) {
    return READING.contains(name)
        || name.startsWith("is")
        || name.startsWith("contains")
        || name.startsWith("has");
  }

  /** Returns whether the boolean that a call returns tells whether it changed anything. */
  static boolean tries(String name) {
    return name.startsWith("compareAndSet")
        || name.startsWith("weakCompareAndSet")
        || name.startsWith("try")
        || name.startsWith("offer");
  }

  /** Returns whether a call reads or writes a field by reflection. */
  static boolean reflects(String owner, String name) {
    return owner.equals("java/lang/reflect/Field")
        && (name.equals("get") || name.equals("set") || REFLECTING.contains(name));
  }

  /** Returns what is to be said of a call that is not controllable. */
  static String escapeText(String owner, String name) {
    String type = owner.replace('/', '.');
    if (owner.startsWith("java/net") || owner.startsWith("java/nio") || owner.contains("/net/")) {
      return "opens a connection of a kind that is not simulated (" + type + ")";
    }
    if (owner.equals("java/lang/ProcessBuilder") || name.equals("exec")) {
      return "starts another process (" + type + "." + name + ")";
    }
    return "loads native code (" + type + "." + name + ")";
  }
}
