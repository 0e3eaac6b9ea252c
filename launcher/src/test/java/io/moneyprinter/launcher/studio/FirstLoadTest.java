package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the first visit costs: bytes as they come over the wire, without fonts, and the time until
 * the first page can be used with a processor a quarter as fast. Bytes and requests are held to
 * their limits; the time is told, because the machines that run tests are not alike.
 */
class FirstLoadTest {
  private static final int MOST_BYTES = 300_000;
  private static final int MOST_REQUESTS = 25;

  /** Notes when something on the page can first be used. */
  private static final String WATCH =
      """
      const look = () => document.querySelector('#stage > * :is(button, input, textarea, a)')
        ? requestAnimationFrame(() => (window.usable = performance.now())) : requestAnimationFrame(look);
      addEventListener('DOMContentLoaded', look)""";

  private static final String BYTES =
      """
      [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')]
        .filter(e => !/\\.(woff2?|ttf)$/.test(e.name)).reduce((sum, e) => sum + e.encodedBodySize, 0)""";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void theFirstVisitIsSmall() {
    String first = StudioPages.all().get(0).path();
    STUDIO.open(first); // the node has read its files, as it has for the second visitor
    browser.tab();
    browser.call("Network.clearBrowserCache", new JsonObject());
    browser.call("Page.addScriptToEvaluateOnNewDocument", new JsonObject().put("source", WATCH));
    browser.call("Emulation.setCPUThrottlingRate", new JsonObject().put("rate", 4));
    browser.open(STUDIO.origin() + first);
    browser.await("window.usable");
    browser.await("document.querySelector('mp-create-preview img')"); // the last thing to come
    int bytes = ((Number) browser.eval(BYTES)).intValue();
    long usable = Math.round(((Number) browser.eval("window.usable")).doubleValue());
    int requests =
        ((Number) browser.eval("performance.getEntriesByType('resource').length + 1")).intValue();
    System.out.printf(
        "First visit of %s: %d bytes, %d requests, usable after %d ms%n",
        first, bytes, requests, usable);
    assertThat(bytes).isBetween(10_000, MOST_BYTES);
    if (bundled()) {
      assertThat(requests).isLessThanOrEqualTo(MOST_REQUESTS);
    }
  }

  /** Not where esbuild has no program for the machine that builds. */
  private static boolean bundled() {
    return FirstLoadTest.class.getResource("/studio/bundle/en/create.html") != null;
  }

  @Test
  void theWordsAreThoseOfTheReader() {
    STUDIO.open("/");
    browser.eval("localStorage.setItem('moneyprinter-language', 'de')"); // as an older page kept it
    browser.reload();
    browser.await("document.querySelector('h1')?.textContent === 'Worum geht es in Ihrem Video?'");
    assertThat(browser.eval("document.documentElement.lang")).isEqualTo("de");
  }
}
