package heddle.lab.course;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A chapter: short screens of text beside live programs, and exercises.
 *
 * @param id the name of its folder, such as {@code 03-race-conditions}
 * @param title what it is called
 * @param teaches one sentence
 * @param minutes how long it takes, about
 * @param screens its text, in order
 * @param programs its programs by file name
 * @param exercises in order
 */
record Chapter(
    String id,
    String title,
    String teaches,
    int minutes,
    List<Screen> screens,
    Map<String, CourseProgram> programs,
    List<Exercise> exercises) {
  /** More words than this on one screen are not read. */
  static final int WORDS_MAX = 150;

  /** The steps of a lesson. */
  static final List<String> STEPS = List.of("predict", "run", "see", "change", "check");

  /**
   * One screen.
   *
   * @param step one of {@link #STEPS}
   * @param title its heading without the step
   * @param words how many words it has, without code
   * @param program the file shown in the editor beside it; empty for the one before
   * @param blocks what is on it, as the page draws it
   */
  record Screen(String step, String title, int words, String program, JsonArray blocks) {}

  /** Returns what the course map shows of it. */
  JsonObject summary() {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("title", title);
    json.addProperty("teaches", teaches);
    json.addProperty("minutes", minutes);
    json.addProperty("screens", screens.size());
    JsonArray list = new JsonArray();
    exercises.forEach(exercise -> list.add(exercise.summary()));
    json.add("exercises", list);
    return json;
  }

  /** Returns all that the page shows of it. */
  JsonObject json() {
    JsonObject json = summary();
    JsonArray list = new JsonArray();
    for (Screen screen : screens) {
      JsonObject each = new JsonObject();
      each.addProperty("step", screen.step);
      each.addProperty("title", screen.title);
      each.addProperty("program", screen.program);
      each.add("blocks", screen.blocks);
      list.add(each);
    }
    json.add("screens", list);
    JsonObject files = new JsonObject();
    programs.forEach((name, program) -> files.addProperty(name, program.file().text()));
    json.add("programs", files);
    return json;
  }
}
