package heddle.engine.run;

import heddle.engine.Program;
import java.util.List;

/**
 * What else the child JVM can be asked: to run a program under choices of others.
 *
 * @param picks numbers of the threads that take the next step, one for each choice
 */
record SteerRequest(Program program, List<Integer> picks) {}
