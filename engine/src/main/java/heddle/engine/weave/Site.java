package heddle.engine.weave;

import heddle.engine.Place;

/**
 * A place in woven code that reports to the engine.
 *
 * @param number its number, from 0 in the order of weaving
 * @param kind what happens there
 * @param type binary name of the class
 * @param place the source line
 * @param subject the variable or lock as a person wrote it, such as {@code Counter.value}; for a
 *     call, its receiver
 * @param name the name of the field or method
 * @param owner internal name of the class that declares it, or of the static type of the receiver
 * @param descriptor descriptor of the field or method
 * @param isStatic whether the field is static
 * @param fixed for a loop, whether it does nothing but read; for a field, whether it is final
 */
public record Site(
    int number,
    Kind kind,
    String type,
    Place place,
    String subject,
    String name,
    String owner,
    String descriptor,
    boolean isStatic,
    boolean fixed) {
  /** Returns whether the method that is called here returns an object. */
  public boolean returnsReference() {
    char type = descriptor.charAt(Math.min(descriptor.indexOf(')') + 1, descriptor.length() - 1));
    return type == 'L' || type == '[';
  }

  /** What happens at a site. */
  public enum Kind {
    /** A field is read. */
    READ,
    /** A field is written. */
    WRITE,
    /** An array element is read. */
    READ_ELEMENT,
    /** An array element is written. */
    WRITE_ELEMENT,
    /** A monitor is entered. */
    ENTER,
    /** {@code Object.wait}. */
    WAIT,
    /** {@code Object.notify} or {@code notifyAll}. */
    NOTIFY,
    /** A library method that synchronizes is called. */
    CALL,
    /** A method of {@code Thread} or so that needs no scheduling point. */
    PASS,
    /** A loop starts over. */
    LOOP,
    /** The program asks to end. */
    EXIT,
    /** Something that can not be controlled. */
    ESCAPE
  }
}
