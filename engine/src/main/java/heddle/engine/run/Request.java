package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.Settings;

/** What the child JVM is asked to do. */
record Request(Program program, Settings settings) {}
