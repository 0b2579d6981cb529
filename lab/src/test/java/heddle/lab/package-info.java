@NullMarked
package heddle.lab;

import org.jspecify.annotations.NullMarked;
