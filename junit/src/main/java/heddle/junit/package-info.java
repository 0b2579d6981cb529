/**
 * Explores the interleavings of a JUnit test: {@link heddle.junit.Explore} on a test method is all
 * that it needs.
 */
@NullMarked
package heddle.junit;

import org.jspecify.annotations.NullMarked;
