package io.moneyprinter.launcher.studio;

import io.moneyprinter.testsupport.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages say, in the reader's language, when nothing sensible answers. */
class TroubleTest {
  /** What stands before the node answers instead of it. */
  private static final String PROXY =
      """
      (() => { const whole = window.fetch; window.fetch = (to, how) => String(to).includes('/v1/')
        ? Promise.resolve(new Response('<html>Bad gateway', {status: 502})) : whole(to, how); })()""";

  private static final String DEAD =
      """
      (() => { window.fetch = () => Promise.reject(new TypeError('dead')); })()""";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void whatIsWrongAndWhatToDoIsSaidInTheReadersLanguage() {
    STUDIO.open("/");
    browser.eval("localStorage.setItem('moneyprinter-language', 'de')");
    STUDIO.open("/");
    browser.await("document.querySelector(\"nav a[href='/dashboard']\")");
    browser.eval(PROXY);
    go("/videos");
    says("Der Knoten hat gerade Schwierigkeiten (502). Bitte gleich noch einmal versuchen.");
    go("/dashboard");
    says("der Knoten antwortet nicht"); // not one moment for ever
    browser.eval(DEAD);
    go("/batches");
    says("Der Knoten ist nicht erreichbar.");
  }

  private void go(String address) {
    browser.click("nav a[href='%s']".formatted(address));
  }

  private void says(String text) {
    browser.await(
        "document.querySelector('#stage').textContent.includes(%s)"
            .formatted(Browser.quoted(text)));
  }
}
