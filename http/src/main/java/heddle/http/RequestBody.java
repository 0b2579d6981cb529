package heddle.http;

import java.io.InputStream;

/** The bytes that follow a request's head. */
public interface RequestBody {
  /** No body. */
  RequestBody NONE =
      new RequestBody() {
        @Override
        public InputStream stream() {
          return InputStream.nullInputStream();
        }

        @Override
        public long length() {
          return 0;
        }

        @Override
        public Headers trailers() {
          return Headers.EMPTY;
        }
      };

  /** Returns the one stream of its bytes. */
  InputStream stream();

  /** Returns the length, or {@link Body#UNKNOWN}. */
  long length();

  /** Returns the trailer fields; empty before the end. */
  Headers trailers();
}
