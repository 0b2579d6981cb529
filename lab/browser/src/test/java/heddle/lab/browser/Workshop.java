package heddle.lab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import heddle.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A workshop that is open, and a browser to look at it with. */
final class Workshop implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Lab lab;
  private final Playwright playwright;
  private final Browser browser;

  /**
   * What browsers complained about: violations of the security policy, errors, foreign requests.
   */
  private final List<String> complaints = new ArrayList<>();

  private Workshop(Lab lab, Playwright playwright, Browser browser) {
    this.lab = lab;
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Opens a workshop; skips the calling test, and says so, where no Chromium is installed. */
  static Workshop open() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "skipped: there is no " + CHROMIUM + ": install chromium");
    Lab lab = Lab.open(0, Optional.empty());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
    return new Workshop(lab, playwright, browser);
  }

  /** Returns a page of a browser that has never been here, let in by the token. */
  Page visitor(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith("http://127.0.0.1:")
          && !request.url().startsWith("blob:")
          && !request.url().startsWith("data:")) {
        complaints.add("asked for " + request.url());
      }
    });
    page.navigate(lab.address());
    page.waitForSelector(".path");
    return page;
  }

  /** Goes to a place of the workshop, such as {@code #/workshop}. */
  static void go(Page page, String place) {
    page.evaluate("place => { location.hash = place }", place);
  }

  /** Returns what browsers have complained about since they were opened. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    lab.close();
  }
}
