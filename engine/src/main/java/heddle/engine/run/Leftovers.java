package heddle.engine.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;

/**
 * What a program may leave behind in its JVM, for those who come after it in the same one.
 *
 * <p>What every execution sets back (threads, properties, streams, identity hash codes) is not
 * meant, but what is set for the whole JVM and stays: the default locale, a provider, a handler. It
 * is taken to be left behind when a class of the program names a method that could do it.
 */
final class Leftovers {
  /** Of the heap, so much may be in use between two programs: one part of this many. */
  private static final int HEAP_PART = 4;

  private static final Set<String> PREFIXES = Set.of("set", "add", "register", "install");

  private static final Set<String> FOR_ALL = Set.of("Default", "Factory", "Hook", "Follow");

  /** Classes whose methods of such names change nothing that stays, or what is set back. */
  private static final Set<String> HARMLESS =
      Set.of(
          "java/lang/System",
          "java/lang/reflect/Array",
          "java/util/Collections",
          "java/lang/invoke/VarHandle");

  /** Classes that are there to change the JVM, or to be told of it. */
  private static final Set<String> HARMFUL =
      Set.of(
          "java/lang/instrument/Instrumentation",
          "java/lang/management/ManagementFactory",
          "java/util/logging/LogManager",
          "java/util/logging/Logger");

  private final int threads = threads();

  /** Returns whether a class file of a program names what changes the JVM for good. */
  static boolean mayStay(byte[] bytes) {
    for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
      if (entry instanceof MemberRefEntry member
          && mayStay(member.owner().asInternalName(), member.name().stringValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayStay(String owner, String name) {
    if (HARMFUL.contains(owner)) {
      return true;
    }
    boolean ofJdk = owner.startsWith("java/") || owner.startsWith("javax/");
    // Setters of objects are far more frequent, and go with the object.
    boolean forAll = FOR_ALL.stream().anyMatch(name::contains);
    return ofJdk
        && !HARMLESS.contains(owner)
        && PREFIXES.stream().anyMatch(name::startsWith)
        && (forAll || owner.startsWith("java/security/") || owner.equals("java/sql/DriverManager"));
  }

  /** Returns whether there are no more threads than when this was made, and memory enough. */
  boolean areNone() {
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    return threads() <= threads
        && jvm.totalMemory() - jvm.freeMemory() < jvm.maxMemory() / HEAP_PART;
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }
}
