@NullMarked
package heddle.lab.check;

import org.jspecify.annotations.NullMarked;
