package heddle.lab.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds waiting that orders nothing: sleeping, yielding, and loops that only look again. */
public final class Waiting {
  private static final Pattern SLEEPS =
      Pattern.compile("(?:Thread\\.)?(sleep|onSpinWait|yield)|TimeUnit\\.\\w+\\.sleep");

  private Waiting() {}

  /** Returns one sentence about the first such place in a file that compiles; empty if none. */
  public static Optional<String> in(SourceFile file) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task =
        (JavacTask)
            compiler.getTask(
                null, null, _ -> {}, List.of("-proc:none"), null, List.of(new TextFile(file)));
    Trees trees = Trees.instance(task);
    for (CompilationUnitTree unit : task.parse()) {
      String found = new Scanner(unit, trees).scan(unit, null);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static final class Scanner extends TreeScanner<@Nullable String, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;

    Scanner(CompilationUnitTree unit, Trees trees) {
      this.unit = unit;
      this.trees = trees;
    }

    private long line(Tree tree) {
      return unit.getLineMap()
          .getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    @Override
    public @Nullable String visitMethodInvocation(
        MethodInvocationTree call, @Nullable Void unused) {
      String name = call.getMethodSelect().toString();
      return SLEEPS.matcher(name).matches()
          ? "Line %d calls %s, which orders nothing.".formatted(line(call), name)
          : super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable String visitWhileLoop(WhileLoopTree loop, @Nullable Void unused) {
      return isIdle(loop.getStatement()) ? spins(loop) : super.visitWhileLoop(loop, null);
    }

    @Override
    public @Nullable String visitDoWhileLoop(DoWhileLoopTree loop, @Nullable Void unused) {
      return isIdle(loop.getStatement()) ? spins(loop) : super.visitDoWhileLoop(loop, null);
    }

    private String spins(Tree loop) {
      return "Line %d spins: it only looks again and again.".formatted(line(loop));
    }

    private static boolean isIdle(StatementTree statement) {
      return switch (statement) {
        case EmptyStatementTree _ -> true;
        case BlockTree block -> block.getStatements().stream().allMatch(Scanner::isIdle);
        case ExpressionStatementTree expression ->
            expression.getExpression() instanceof MethodInvocationTree call
                && SLEEPS.matcher(call.getMethodSelect().toString()).matches();
        default -> false;
      };
    }

    @Override
    public @Nullable String reduce(@Nullable String first, @Nullable String second) {
      return first == null ? second : first;
    }
  }
}
