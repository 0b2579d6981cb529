// fails: right
// why: Who comes second gets nothing.
class Settings {
  private static Settings loaded;
  static int loads;

  private Settings() {
    loads++;
  }

  static synchronized Settings get() {
    if (loaded == null) {
      loaded = new Settings();
    }
    Settings mine = loads == 1 ? loaded : null;
    loads++;
    return mine;
  }
}
