/** The {@code serve} command: {@link heddle.http.serve.ServeCommand}. */
@NullMarked
package heddle.http.serve;

import org.jspecify.annotations.NullMarked;
