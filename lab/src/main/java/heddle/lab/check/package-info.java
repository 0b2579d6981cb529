/** From sources to a verdict: compiler, fair queue, and the JVMs in which programs run. */
@org.jspecify.annotations.NullMarked
package heddle.lab.check;
