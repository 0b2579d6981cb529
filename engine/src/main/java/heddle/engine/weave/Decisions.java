package heddle.engine.weave;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which values a method decides by, as in {@code if (instance == null)}. Follows a value
 * forward through straight-line code, and through one local variable; where it can not, the answer
 * is no.
 */
final class Decisions {
  private static final int VARIABLES_MAX = 1;

  /**
   * What a method does with a value.
   *
   * @param decides whether it decides by it where to go, as far as can be told
   * @param comparison how, when it compares the value itself with a constant
   */
  record Decision(boolean decides, Optional<Comparison> comparison) {
    static final Decision NONE = new Decision(false, Optional.empty());
  }

  private final List<CodeElement> elements;

  Decisions(List<CodeElement> elements) {
    this.elements = elements;
  }

  /**
   * Returns what the method does with the value that the instruction at {@code position} pushes.
   */
  Decision follow(int position) {
    return follow(position, 0);
  }

  private Decision follow(int position, int variables) {
    int above = 0;
    boolean itself = true;
    Integer constant = null;
    for (int i = position + 1; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Instruction instruction)) {
        continue;
      }
      if (instruction instanceof BranchInstruction branch) {
        int operands = operands(branch.opcode());
        return operands <= above || makesBoolean(i)
            ? Decision.NONE
            : new Decision(
                true, itself ? comparison(branch.opcode(), above, constant) : Optional.empty());
      }
      if (instruction instanceof StackInstruction stack && stack.opcode() == Opcode.DUP) {
        above++;
        itself = false; // what it makes of the other one is not followed
        continue;
      }
      int pops = Expressions.pops(instruction);
      int pushes = Expressions.pushes(instruction);
      if (pops < 0 || pushes < 0) {
        return Decision.NONE;
      }
      constant = above == 0 ? integer(instruction) : null;
      if (above >= pops) {
        above += pushes - pops;
      } else if (instruction instanceof StoreInstruction store) {
        return variables < VARIABLES_MAX ? loaded(i, store.slot(), variables) : Decision.NONE;
      } else if (!keeps(instruction)) {
        return Decision.NONE;
      } else {
        above = 0;
        itself &=
            instruction instanceof ConvertInstruction
                || instruction instanceof TypeCheckInstruction;
      }
    }
    return Decision.NONE;
  }

  /** Returns the {@code int} that an instruction pushes; null when it pushes none. */
  private static @Nullable Integer integer(Instruction instruction) {
    return instruction instanceof ConstantInstruction pushes
            && pushes.constantValue() instanceof Integer number
        ? number
        : null;
  }

  private static Optional<Comparison> comparison(
      Opcode opcode, int above, @Nullable Integer constant) {
    if (operands(opcode) == 1 && above == 0) {
      return Optional.of(new Comparison(opcode, 0));
    }
    return operands(opcode) == 2 && above == 1 && constant != null
        ? Optional.of(new Comparison(opcode, constant))
        : Optional.empty();
  }

  /** Follows the first use of the local variable that was stored at {@code position}. */
  private Decision loaded(int position, int slot, int variables) {
    for (int i = position + 1; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case LoadInstruction load when load.slot() == slot -> {
          return follow(i, variables + 1);
        }
        case StoreInstruction store when store.slot() == slot -> {
          return Decision.NONE;
        }
        case BranchInstruction _ -> {
          return Decision.NONE;
        }
        default -> {}
      }
    }
    return Decision.NONE;
  }

  private static int operands(Opcode opcode) {
    return switch (opcode) {
      case GOTO, GOTO_W -> 0;
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> 1;
      default -> 2;
    };
  }

  /** Returns whether what comes of it says the same as the value did. */
  private static boolean keeps(Instruction instruction) {
    return switch (instruction) {
      case ConvertInstruction _, TypeCheckInstruction _ -> true;
      case OperatorInstruction operator ->
          switch (operator.opcode()) {
            case LCMP, FCMPL, FCMPG, DCMPL, DCMPG, IREM, IAND -> true;
            default -> false;
          };
      case InvokeInstruction call ->
          call.name().stringValue().endsWith("Value") || call.name().equalsString("equals");
      default -> false;
    };
  }

  /** Returns whether the branch only makes a value of a condition, as in {@code flag = !flag}. */
  private boolean makesBoolean(int position) {
    int instructions = 0;
    for (int i = position + 1; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Instruction instruction)) {
        continue;
      }
      if (instructions == 1) {
        return instruction instanceof BranchInstruction jump && jump.opcode() == Opcode.GOTO;
      }
      if (!(instruction instanceof ConstantInstruction)) {
        return false;
      }
      instructions++;
    }
    return false;
  }
}
