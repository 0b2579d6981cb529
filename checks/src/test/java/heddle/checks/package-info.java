/** What keeps the house in order, as tests. */
@NullMarked
package heddle.checks;

import org.jspecify.annotations.NullMarked;
