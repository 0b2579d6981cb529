/** What the page asks of the server, as JSON: docs/design/lab.md lists it. */
@org.jspecify.annotations.NullMarked
package heddle.lab.api;
