package heddle.engine.detect;

import org.jspecify.annotations.Nullable;

/**
 * A variable by identity: names can be shared by fields of two objects.
 *
 * @param owner the object or the array; null for a static field
 * @param part which field or element of it; empty for all of it
 */
record Variable(@Nullable Object owner, String part) {
  @Override
  @SuppressWarnings("ReferenceEquality") // identity is meant
  public boolean equals(Object other) {
    return other instanceof Variable variable
        && variable.owner == owner
        && variable.part.equals(part);
  }

  @Override
  public int hashCode() {
    return part.hashCode(); // the owner's own method would be the program's code
  }
}
