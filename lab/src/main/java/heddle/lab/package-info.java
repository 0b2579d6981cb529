/**
 * The workshop: a web server on the loopback address that compiles programs, has them explored in
 * JVMs of their own, and shows what came out; and the course that it teaches. Start with {@link
 * heddle.lab.Lab}.
 */
@org.jspecify.annotations.NullMarked
package heddle.lab;
