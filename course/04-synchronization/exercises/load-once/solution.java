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
    return loaded;
  }
}
