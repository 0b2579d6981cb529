package heddle.cli;

import heddle.engine.Check;
import heddle.engine.Program;
import heddle.engine.Progress;
import heddle.engine.Report;
import heddle.engine.Settings;
import java.io.IOException;
import java.util.function.Consumer;

/** Explores programs: {@link Check} for people, something simpler in tests of the command. */
interface Engine {
  /** The engine as it is. */
  Engine HEDDLE =
      new Engine() {
        @Override
        public void prepare() throws IOException {
          Check.prepare();
        }

        @Override
        public Report explore(Program program, Settings settings, Consumer<Progress> progress)
            throws IOException {
          return Check.explore(program, settings, progress);
        }
      };

  /**
   * Gets ready for a program that is still being compiled.
   *
   * @see Check#prepare
   */
  void prepare() throws IOException;

  /**
   * Explores a program, until the calling thread is interrupted at the latest.
   *
   * @see Check#explore
   */
  Report explore(Program program, Settings settings, Consumer<Progress> progress)
      throws IOException;
}
