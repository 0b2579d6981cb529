/** Static files: {@link heddle.http.files.StaticFiles} serves a folder and nothing outside it. */
@NullMarked
package heddle.http.files;

import org.jspecify.annotations.NullMarked;
