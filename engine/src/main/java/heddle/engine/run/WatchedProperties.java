package heddle.engine.run;

import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/**
 * System properties that know whether an execution may have changed them. Comparing them all after
 * each execution took a quarter of a short one's time.
 */
@NullUnmarked // as what it overrides is
final class WatchedProperties extends Properties {
  private static final long serialVersionUID = 1;

  private transient boolean touched;

  /** Starts with the values of {@code others}. */
  WatchedProperties(Properties others) {
    super.putAll(others);
    touched = false; // a superclass may have called what is overridden here
  }

  /** Returns false when they are as they were: nothing that changes them was called. */
  boolean mayDiffer() {
    return touched;
  }

  /** Returns whether {@code others} are the same object. */
  @SuppressWarnings("ReferenceEquality") // to compare the values is what this class avoids
  boolean areThese(Properties others) {
    return others == this;
  }

  @Override
  public synchronized Object put(Object key, Object value) {
    touched = true;
    return super.put(key, value);
  }

  @Override
  public synchronized void putAll(Map<?, ?> others) {
    touched = true;
    super.putAll(others);
  }

  @Override
  public synchronized Object putIfAbsent(Object key, Object value) {
    touched = true;
    return super.putIfAbsent(key, value);
  }

  @Override
  public synchronized Object remove(Object key) {
    touched = true;
    return super.remove(key);
  }

  @Override
  public synchronized boolean remove(Object key, Object value) {
    touched = true;
    return super.remove(key, value);
  }

  @Override
  public synchronized Object replace(Object key, Object value) {
    touched = true;
    return super.replace(key, value);
  }

  @Override
  public synchronized boolean replace(Object key, Object before, Object after) {
    touched = true;
    return super.replace(key, before, after);
  }

  @Override
  public synchronized void replaceAll(BiFunction<? super Object, ? super Object, ?> function) {
    touched = true;
    super.replaceAll(function);
  }

  @Override
  public synchronized Object computeIfAbsent(Object key, Function<? super Object, ?> function) {
    touched = true;
    return super.computeIfAbsent(key, function);
  }

  @Override
  public synchronized Object computeIfPresent(
      Object key, BiFunction<? super Object, ? super Object, ?> function) {
    touched = true;
    return super.computeIfPresent(key, function);
  }

  @Override
  public synchronized Object compute(
      Object key, BiFunction<? super Object, ? super Object, ?> function) {
    touched = true;
    return super.compute(key, function);
  }

  @Override
  public synchronized Object merge(
      Object key, Object value, BiFunction<? super Object, ? super Object, ?> function) {
    touched = true;
    return super.merge(key, value, function);
  }

  @Override
  public synchronized void clear() {
    touched = true;
    super.clear();
  }

  // Views may be changed.

  @Override
  public Set<Object> keySet() {
    touched = true;
    return super.keySet();
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    touched = true;
    return super.entrySet();
  }

  @Override
  public Collection<Object> values() {
    touched = true;
    return super.values();
  }
}
