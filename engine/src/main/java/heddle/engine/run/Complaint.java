package heddle.engine.run;

/** Why the child JVM could not do it, in a line for people. */
record Complaint(String text) {}
