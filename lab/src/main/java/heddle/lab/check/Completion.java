package heddle.lab.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what could stand at a place in a source, as the compiler sees it: the file is analysed
 * with a name that nobody uses put there, and the members or variables in sight are listed.
 */
public final class Completion {
  private static final String MARKER = "heddleCaret";
  private static final int PROPOSALS_MAX = 200;

  private final JavacTask task;
  private final Trees trees;
  private final String prefix;
  private final Map<String, Proposal> proposals = new TreeMap<>();

  private Completion(JavacTask task, String prefix) {
    this.task = task;
    this.trees = Trees.instance(task);
    this.prefix = prefix;
  }

  /**
   * Something that could stand there.
   *
   * @param name what is put in
   * @param kind {@code method}, {@code field}, {@code variable} or {@code type}
   * @param detail parameters and type, for people
   */
  public record Proposal(String name, String kind, String detail) {}

  /**
   * Returns what could stand at {@code position} of {@code file}, in alphabetical order.
   *
   * @param position from 0; the letters before it are the beginning of the name
   */
  public static List<Proposal> at(
      Compiler compiler, List<SourceFile> files, String file, int position) throws IOException {
    List<SourceFile> marked = new ArrayList<>();
    String prefix = "";
    for (SourceFile each : files) {
      if (each.name().equals(file) && position >= 0 && position <= each.text().length()) {
        int start = startOfName(each.text(), position);
        prefix = each.text().substring(start, position);
        int end = endOfName(each.text(), position);
        String rest = each.text().substring(end);
        // As a call it is a whole statement; the compiler makes nothing of a name that stands
        // alone.
        boolean call = !each.text().substring(0, start).endsWith("::") && !rest.startsWith("(");
        marked.add(
            new SourceFile(
                file, each.text().substring(0, start) + MARKER + (call ? "()" : "") + rest));
      } else {
        marked.add(each);
      }
    }
    return new Completion(compiler.taskFor(marked), prefix.toLowerCase(Locale.ROOT)).proposals();
  }

  private static int startOfName(String text, int position) {
    int start = position;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int endOfName(String text, int position) {
    int end = position;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private List<Proposal> proposals() throws IOException {
    try {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      for (CompilationUnitTree unit : units) {
        TreePath caret = new Finder().scan(unit, null);
        if (caret != null) {
          propose(caret);
        }
      }
    } catch (RuntimeException tooBroken) {
      // The compiler can not make sense of the half-written file: there is nothing to propose.
      return List.of();
    }
    return proposals.values().stream().limit(PROPOSALS_MAX).toList();
  }

  /** Finds the marker. */
  private static final class Finder extends TreePathScanner<@Nullable TreePath, @Nullable Void> {
    @Override
    public @Nullable TreePath visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      return tree.getName().contentEquals(MARKER) ? getCurrentPath() : null;
    }

    @Override
    public @Nullable TreePath visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
      return tree.getIdentifier().contentEquals(MARKER)
          ? getCurrentPath()
          : super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable TreePath visitMemberReference(
        MemberReferenceTree tree, @Nullable Void unused) {
      return tree.getName().contentEquals(MARKER)
          ? getCurrentPath()
          : super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable TreePath visitErroneous(ErroneousTree tree, @Nullable Void unused) {
      return scan(tree.getErrorTrees(), null);
    }

    @Override
    public @Nullable TreePath reduce(@Nullable TreePath first, @Nullable TreePath second) {
      return first == null ? second : first;
    }
  }

  private void propose(TreePath caret) {
    Scope scope = trees.getScope(caret);
    switch (caret.getLeaf()) {
      case MemberSelectTree select -> members(caret, select.getExpression(), scope);
      case MemberReferenceTree reference ->
          members(caret, reference.getQualifierExpression(), scope);
      default -> inSight(scope);
    }
  }

  private void members(TreePath caret, Tree qualifier, Scope scope) {
    TreePath path = new TreePath(caret, qualifier);
    TypeMirror type = trees.getTypeMirror(path);
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement of) {
      Element named = trees.getElement(path);
      boolean onlyStatic =
          named instanceof TypeElement && !(caret.getLeaf() instanceof MemberReferenceTree);
      for (Element member : task.getElements().getAllMembers(of)) {
        boolean fits = !onlyStatic || member.getModifiers().contains(Modifier.STATIC);
        if (fits && trees.isAccessible(scope, member, declared)) {
          add(member);
        }
      }
    } else if (type != null && type.getKind() == TypeKind.ARRAY) {
      add("length", "field", "int");
    }
  }

  private void inSight(Scope innermost) {
    for (Scope scope = innermost; scope != null; scope = scope.getEnclosingScope()) {
      scope.getLocalElements().forEach(this::add);
      TypeElement around = scope.getEnclosingClass();
      if (around != null) {
        task.getElements().getAllMembers(around).forEach(this::add);
      }
    }
    for (String type :
        List.of(
            "Thread",
            "Runnable",
            "Object",
            "String",
            "Integer",
            "Math",
            "System",
            "AssertionError",
            "InterruptedException",
            "IllegalStateException")) {
      add(type, "type", "java.lang");
    }
  }

  private void add(Element element) {
    String name = element.getSimpleName().toString();
    switch (element) {
      case ExecutableElement method when method.getKind() == ElementKind.METHOD ->
          add(name, "method", signature(method));
      case TypeElement _ -> add(name, "type", "");
      default -> {
        if (element.getKind().isField()) {
          add(name, "field", shortName(element.asType()));
        } else if (element.getKind().isVariable()) {
          add(name, "variable", shortName(element.asType()));
        }
      }
    }
  }

  private void add(String name, String kind, String detail) {
    if (!name.isEmpty()
        && !name.equals(MARKER)
        && name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
      proposals.putIfAbsent(name + detail, new Proposal(name, kind, detail));
    }
  }

  private static String signature(ExecutableElement method) {
    String parameters =
        method.getParameters().stream()
            .map(parameter -> shortName(parameter.asType()) + " " + parameter.getSimpleName())
            .collect(Collectors.joining(", "));
    return "(" + parameters + ") " + shortName(method.getReturnType());
  }

  private static String shortName(TypeMirror type) {
    return type.toString().replaceAll("\\b[a-z]\\w*\\.", "");
  }
}
