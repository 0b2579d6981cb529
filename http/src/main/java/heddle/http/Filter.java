package heddle.http;

/** Wraps a handler in another that does something before or after it, or instead. */
@FunctionalInterface
public interface Filter {
  /** Returns a handler that calls {@code next} as it sees fit. */
  Handler around(Handler next);

  /** Returns the filter that has {@code inner} inside this one. */
  default Filter then(Filter inner) {
    return next -> around(inner.around(next));
  }
}
