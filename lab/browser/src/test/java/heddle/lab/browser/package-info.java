/** The workshop as a person meets it: in a real browser. */
@NullMarked
package heddle.lab.browser;

import org.jspecify.annotations.NullMarked;
