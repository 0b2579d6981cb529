@NullMarked
package heddle.junit;

import org.jspecify.annotations.NullMarked;
