// fails: right
// why: Everyone gets another one.
class Settings {
  private static Settings loaded;
  static int loads;

  private Settings() {
    loads++;
  }

  static synchronized Settings get() {
    return new Settings();
  }
}
