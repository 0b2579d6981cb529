package heddle.http.files;

import heddle.http.Headers;
import heddle.http.Response;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file in one coding, as it was when it was looked at.
 *
 * @param file that holds the bytes
 * @param size of the bytes
 * @param validators of this version and coding
 * @param headers of a 200 response
 * @param cached the whole response, if it is small enough to be kept
 */
record Representation(
    Path file, long size, Validators validators, Headers headers, @Nullable Response cached) {}
