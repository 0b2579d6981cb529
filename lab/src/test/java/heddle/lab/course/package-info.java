@NullMarked
package heddle.lab.course;

import org.jspecify.annotations.NullMarked;
