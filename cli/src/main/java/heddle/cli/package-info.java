/**
 * The {@code heddle} command: reads its arguments, compiles the program, has it explored and shows
 * what came out.
 *
 * <p>Nothing here knows how a program is explored, and nothing here draws: that is the engine's.
 */
@NullMarked
package heddle.cli;

import org.jspecify.annotations.NullMarked;
