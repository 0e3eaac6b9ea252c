package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every page as axe-core sees it, light and dark, on a phone and on a desk: nothing that it calls
 * serious or critical.
 *
 * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/API.md">axe-core's API</a>
 */
class AccessibilityTest {
  private static final String AXE = "/axe.min.js";

  /** Its own rules for good practice included; what is only moderate is not told of. */
  private static final String RUN =
      """
      axe.run(document, {resultTypes: ['violations'], %s}).then(found => JSON.stringify(found.violations
        .filter(v => ['serious', 'critical'].includes(v.impact))
        .map(v => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' '
          + (n.any[0]?.message ?? '')).join('; '))))""";

  private static final String ALL = "";

  /** The costly one; colours are the same on a phone and on a desk. */
  private static final String COLOURS = "runOnly: ['color-contrast']";

  private static final String STRUCTURE = "rules: {'color-contrast': {enabled: false}}";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @AfterEach
  void asItWas() {
    wear("");
    bypass(false);
  }

  @Test
  void noPageHasASeriousViolation() throws IOException {
    String axe;
    try (InputStream script = AccessibilityTest.class.getResourceAsStream(AXE)) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
    bypass(true); // axe reads style sheets in ways that the pages' own policy forbids
    List<String> found = new ArrayList<>();
    for (StudioPages.Address page : StudioPages.all()) {
      browser.size(1280, 900);
      wear("light");
      STUDIO.open(page.path());
      browser.await("!document.querySelector('.waiting')");
      browser.eval(axe + "; null");
      check(page, "desk, light", ALL, found);
      wear("dark");
      check(page, "desk, dark", COLOURS, found);
      browser.size(390, 844);
      check(page, "phone, dark", ALL, found);
      wear("light");
      check(page, "phone, light", STRUCTURE, found);
    }
    assertThat(found).isEmpty();
  }

  private void check(StudioPages.Address page, String how, String rules, List<String> found) {
    new JsonArray(String.valueOf(browser.eval(RUN.formatted(rules))))
        .forEach(violation -> found.add(page + " (" + how + "): " + violation));
  }

  private void wear(String scheme) {
    browser.call(
        "Emulation.setEmulatedMedia",
        new JsonObject()
            .put(
                "features",
                new JsonArray()
                    .add(new JsonObject().put("name", "prefers-color-scheme").put("value", scheme))
                    .add(
                        new JsonObject()
                            .put("name", "prefers-reduced-motion")
                            .put("value", scheme.isEmpty() ? "" : "reduce"))));
  }

  private void bypass(boolean enabled) {
    browser.call("Page.setBypassCSP", new JsonObject().put("enabled", enabled));
  }
}
