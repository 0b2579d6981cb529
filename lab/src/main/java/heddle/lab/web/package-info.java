/** What the browser loads, and who may ask for it. */
@org.jspecify.annotations.NullMarked
package heddle.lab.web;
