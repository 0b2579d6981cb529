// fails: right
// why: It is seen at once, but two may still be making one.
class Settings {
  private static volatile Settings loaded;
  static int loads;

  private Settings() {
    loads++;
  }

  static Settings get() {
    if (loaded == null) {
      loaded = new Settings();
    }
    return loaded;
  }
}
