/**
 * What woven code and patched JDK methods call. These classes stand on the boot class path of the child JVM, so that the
 * JDK's own classes can see them; they do nothing but hand on to the engine.
 */
@NullMarked
package heddle.hooks;

import org.jspecify.annotations.NullMarked;
