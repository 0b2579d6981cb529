/** What an operator sees: access log, metrics, a status page. */
@NullMarked
package heddle.http.observe;

import org.jspecify.annotations.NullMarked;
