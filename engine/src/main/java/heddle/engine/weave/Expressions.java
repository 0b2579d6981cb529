package heddle.engine.weave;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what an instruction's operand looks like in the source: {@code accounts[from]}, {@code
 * this}, {@code lock}. Looks backward through straight-line code; gives up with the empty text.
 */
final class Expressions {
  private static final int DEPTH_MAX = 4;

  private final List<CodeElement> elements;
  private final Map<Label, Integer> labels = new HashMap<>();
  private final boolean isStatic;

  Expressions(List<CodeElement> elements, boolean isStatic) {
    this.elements = elements;
    this.isStatic = isStatic;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof LabelTarget target) {
        labels.put(target.label(), i);
      }
    }
  }

  /** Returns the position of {@code label}. */
  int position(Label label) {
    return labels.getOrDefault(label, Integer.MAX_VALUE);
  }

  /**
   * Returns the source form of the operand that lies {@code depth} slots below the top before
   * element {@code index}.
   */
  String operand(int index, int depth) {
    return operand(index, depth, 0);
  }

  private String operand(int index, int depth, int level) {
    int producer = producer(index, depth);
    return producer < 0 || level > DEPTH_MAX ? "" : text(producer, level);
  }

  /** Returns the index of the instruction that pushed that operand; -1 when it can not be told. */
  private int producer(int index, int depth) {
    int wanted = depth;
    for (int i = index - 1; i >= 0; i--) {
      CodeElement element = elements.get(i);
      if (element instanceof LabelTarget || element instanceof BranchInstruction) {
        if (element instanceof BranchInstruction) {
          return -1;
        }
        continue;
      }
      if (!(element instanceof Instruction instruction)) {
        continue;
      }
      int pushed = pushes(instruction);
      int popped = pops(instruction);
      if (pushed < 0 || popped < 0) {
        return -1;
      }
      if (wanted < pushed) {
        return i;
      }
      wanted += popped - pushed;
    }
    return -1;
  }

  private String text(int index, int level) {
    return switch (elements.get(index)) {
      case LoadInstruction load -> local(load.slot(), index);
      case FieldInstruction field -> field.name().stringValue();
      case ConstantInstruction constant -> String.valueOf(constant.constantValue());
      case ArrayLoadInstruction _ -> {
        String array = operand(index, 1, level + 1);
        String position = operand(index, 0, level + 1);
        yield array.isEmpty() ? "" : array + "[" + (position.isEmpty() ? "…" : position) + "]";
      }
      case InvokeInstruction call -> call.name().stringValue() + "()";
      case TypeCheckInstruction _ -> operand(index, 0, level + 1);
      case StackInstruction stack when stack.opcode() == Opcode.DUP -> operand(index, 0, level + 1);
      default -> "";
    };
  }

  /**
   * Returns the name of the variable of type {@code Thread} that the store at {@code index} writes;
   * empty when there is none.
   */
  String threadVariable(int slot, int index) {
    if (index == 0 || !makesThread(elements.get(index - 1))) {
      return "";
    }
    for (CodeElement element : elements) {
      if (element instanceof LocalVariable variable
          && variable.slot() == slot
          && variable.type().equalsString("Ljava/lang/Thread;")
          && position(variable.startScope()) <= index + 2
          && position(variable.endScope()) >= index) {
        return variable.name().stringValue();
      }
    }
    return "";
  }

  private static boolean makesThread(CodeElement element) {
    return element instanceof InvokeInstruction call
        && (call.name().equalsString("<init>")
            || call.typeSymbol().returnType().descriptorString().equals("Ljava/lang/Thread;"));
  }

  /**
   * Returns the name of the local variable in {@code slot} at {@code index}; empty when there is
   * none.
   */
  String local(int slot, int index) {
    if (slot == 0 && !isStatic) {
      return "this";
    }
    for (CodeElement element : elements) {
      if (element instanceof LocalVariable variable
          && variable.slot() == slot
          && position(variable.startScope()) <= index + 2
          && position(variable.endScope()) >= index) {
        return variable.name().stringValue();
      }
    }
    return "";
  }

  private static int slots(TypeKind kind) {
    return kind.slotSize();
  }

  private static int slots(ClassDesc type) {
    return TypeKind.from(type).slotSize();
  }

  static int pushes(Instruction instruction) {
    return switch (instruction) {
      case LoadInstruction load -> slots(load.typeKind());
      case ConstantInstruction constant -> slots(constant.typeKind());
      case FieldInstruction field ->
          field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC
              ? slots(field.typeSymbol())
              : 0;
      case ArrayLoadInstruction load -> slots(load.typeKind());
      case InvokeInstruction call -> slots(call.typeSymbol().returnType());
      case InvokeDynamicInstruction call -> slots(call.typeSymbol().returnType());
      case NewObjectInstruction _ -> 1;
      case OperatorInstruction operator -> slots(result(operator));
      case ConvertInstruction convert -> slots(convert.toType());
      case TypeCheckInstruction _ -> 1;
      case IncrementInstruction _ -> 0;
      case StoreInstruction _ -> 0;
      case StackInstruction stack when stack.opcode() == Opcode.DUP -> 2;
      case StackInstruction stack when stack.opcode() == Opcode.POP -> 0;
      default -> -1;
    };
  }

  static int pops(Instruction instruction) {
    return switch (instruction) {
      case LoadInstruction _, ConstantInstruction _, NewObjectInstruction _ -> 0;
      case FieldInstruction field ->
          switch (field.opcode()) {
            case GETFIELD -> 1;
            case PUTFIELD -> 1 + slots(field.typeSymbol());
            case PUTSTATIC -> slots(field.typeSymbol());
            default -> 0;
          };
      case ArrayLoadInstruction _ -> 2;
      case InvokeInstruction call ->
          arguments(call.typeSymbol()) + (call.opcode() == Opcode.INVOKESTATIC ? 0 : 1);
      case InvokeDynamicInstruction call -> arguments(call.typeSymbol());
      case OperatorInstruction operator -> operands(operator);
      case ConvertInstruction convert -> slots(convert.fromType());
      case TypeCheckInstruction _ -> 1;
      case IncrementInstruction _ -> 0;
      case StoreInstruction store -> slots(store.typeKind());
      case StackInstruction stack when stack.opcode() == Opcode.DUP -> 1;
      case StackInstruction stack when stack.opcode() == Opcode.POP -> 1;
      default -> -1;
    };
  }

  private static int arguments(MethodTypeDesc type) {
    return type.parameterList().stream().mapToInt(Expressions::slots).sum();
  }

  private static TypeKind result(OperatorInstruction operator) {
    return switch (operator.opcode()) {
      case LCMP, FCMPL, FCMPG, DCMPL, DCMPG, ARRAYLENGTH -> TypeKind.INT;
      default -> operator.typeKind();
    };
  }

  private static int operands(OperatorInstruction operator) {
    return switch (operator.opcode()) {
      case INEG, FNEG, ARRAYLENGTH -> 1;
      case LNEG, DNEG -> 2;
      case LSHL, LSHR, LUSHR -> 3;
      case LCMP, DCMPL, DCMPG -> 4;
      case FCMPL, FCMPG -> 2;
      default -> 2 * slots(operator.typeKind());
    };
  }
}
