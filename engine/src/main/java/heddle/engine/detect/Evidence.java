package heddle.engine.detect;

import heddle.engine.Finding;

/**
 * What an execution left behind when it failed.
 *
 * @param history its events
 * @param graph who waits for whom
 * @param symptom what is wrong, as long as its cause has no name
 */
record Evidence(History history, WaitForGraph graph, Finding symptom) {}
