package heddle.engine.weave;

import java.lang.classfile.Opcode;
import java.util.Optional;

/**
 * A comparison of a value with a constant by which a program decides where to go.
 *
 * @param opcode the branch; one with a single operand compares with null, false or 0
 * @param constant what the value is compared with; 0 for null and false
 */
public record Comparison(Opcode opcode, int constant) {
  /**
   * Returns whether the branch is taken for a value, given as a text; empty when it can not be
   * told.
   */
  public Optional<Boolean> jumps(String value) {
    return number(value).flatMap(this::jumps);
  }

  private Optional<Boolean> jumps(long value) {
    int order = Long.compare(value, constant);
    return switch (opcode) {
      case IFEQ, IFNULL, IF_ICMPEQ -> Optional.of(order == 0);
      case IFNE, IFNONNULL, IF_ICMPNE -> Optional.of(order != 0);
      case IFLT, IF_ICMPLT -> Optional.of(order < 0);
      case IFGE, IF_ICMPGE -> Optional.of(order >= 0);
      case IFGT, IF_ICMPGT -> Optional.of(order > 0);
      case IFLE, IF_ICMPLE -> Optional.of(order <= 0);
      default -> Optional.empty();
    };
  }

  /** Returns the value as a number; of a reference, only whether it is null matters. */
  private Optional<Long> number(String value) {
    if (opcode == Opcode.IFNULL || opcode == Opcode.IFNONNULL) {
      return value.isEmpty() ? Optional.empty() : Optional.of(value.equals("null") ? 0L : 1L);
    }
    return switch (value) {
      case "true" -> Optional.of(1L);
      case "false" -> Optional.of(0L);
      default ->
          value.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    };
  }
}
