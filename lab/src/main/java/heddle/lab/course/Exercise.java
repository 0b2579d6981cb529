package heddle.lab.course;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import heddle.lab.check.SourceFile;
import java.util.List;

/**
 * Something to do, and how it is judged.
 *
 * @param id the name of its folder
 * @param title what it is called
 * @param goal one sentence
 * @param minutes how long it takes, about
 * @param blocks its text, as the page draws it
 * @param hints each a little more help than the one before
 * @param start what the learner changes
 * @param given files that belong to the program and are not to be changed, trials not among them
 * @param rubric how a solution is judged
 * @param solution the file that gets full marks
 * @param wrong solutions that must fail, each for its reason
 */
record Exercise(
    String id,
    String title,
    String goal,
    int minutes,
    JsonArray blocks,
    List<JsonArray> hints,
    SourceFile start,
    List<SourceFile> given,
    Rubric rubric,
    SourceFile solution,
    List<Wrong> wrong) {

  /**
   * A solution that must fail.
   *
   * @param name what is wrong with it, in a few words with dashes
   * @param file the solution
   * @param fails id of the criterion that it fails
   * @param why one sentence
   */
  record Wrong(String name, SourceFile file, String fails, String why) {}

  /** Returns what the course map shows of it. */
  JsonObject summary() {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("title", title);
    json.addProperty("goal", goal);
    json.addProperty("minutes", minutes);
    return json;
  }

  /** Returns all that the page shows of it: neither the solution nor what is hidden in trials. */
  JsonObject json() {
    JsonObject json = summary();
    json.add("blocks", blocks);
    JsonArray each = new JsonArray();
    hints.forEach(each::add);
    json.add("hints", each);
    json.addProperty("file", start.name());
    json.addProperty("start", start.text());
    JsonArray files = new JsonArray();
    for (SourceFile file : given) {
      JsonObject one = new JsonObject();
      one.addProperty("name", file.name());
      one.addProperty("text", file.text());
      files.add(one);
    }
    json.add("given", files);
    JsonArray criteria = new JsonArray();
    rubric
        .criteria()
        .forEach(criterion -> {
          JsonObject one = new JsonObject();
          one.addProperty("id", criterion.id());
          one.addProperty("label", criterion.label());
          criteria.add(one);
        });
    json.add("criteria", criteria);
    return json;
  }
}
