// fails: right
// why: The lock comes after the look, and nobody looks again.
class Settings {
  private static Settings loaded;
  static int loads;

  private Settings() {
    loads++;
  }

  static Settings get() {
    if (loaded == null) {
      synchronized (Settings.class) {
        loaded = new Settings();
      }
    }
    return loaded;
  }
}
