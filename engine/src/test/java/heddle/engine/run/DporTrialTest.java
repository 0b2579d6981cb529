package heddle.engine.run;

import heddle.engine.CompiledProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DporTrialTest {
  @TempDir private Path folder;

  @Test
  void trial() throws Exception {
    for (String name :
        List.of(
            "counts/TwoByThree",
            "counts/TwoByTwo",
            "counts/TwoByFour",
            "counts/ThreeByOne",
            "counts/ThreeByTwo",
            "counts/ThreeSynchronized",
            "counts/TwoAndThree",
            "counts/OneReadThreeWrites",
            "counts/MainTakesPart",
            "counts/GrandChild")) {
      CompiledProgram program = CompiledProgram.compile(name, folder);
      List<String> lines = RunnerChild.run(RunnerTask.REDUCE, program, 50000);
      System.out.println(name + " " + lines);
    }
  }
}
