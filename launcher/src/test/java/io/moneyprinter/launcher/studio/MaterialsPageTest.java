package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files come into the library over broken lines, are described, collected and deleted. */
class MaterialsPageTest {
  /** Noise does not pack: several pieces. The same each time, as the same file from a disk is. */
  private static final String DROP =
      """
      new Promise(done => {
        const canvas = Object.assign(document.createElement('canvas'), {width: 1100, height: 1100});
        const image = canvas.getContext('2d').createImageData(1100, 1100);
        for (let i = 0, x = 7; i < image.data.length; i++) {
          x = (x * 1103515245 + 12345) & 0x7fffffff;
          image.data[i] = i % 4 === 3 ? 255 : (x >> 16) & 255;
        }
        canvas.getContext('2d').putImageData(image, 0, 0);
        canvas.toBlob(blob => {
          const data = new DataTransfer();
          data.items.add(new File([blob], 'noise field.png', {type: 'image/png', lastModified: 7}));
          dispatchEvent(new DragEvent('drop', {dataTransfer: data, cancelable: true}));
          done(true);
        });
      })""";

  private static final String OTHER =
      DROP.replace("noise field", "other field").replace("x = 7", "x = 8");

  /** From the given piece on, the line is dead. */
  private static final String CUT =
      """
      window.whole ??= window.fetch; window.pieces = 0;
      window.fetch = (to, how) => how?.method === 'PATCH' && ++pieces > 1
        ? Promise.reject(new TypeError('cut')) : whole(to, how)""";

  /** The first piece waits until {@code held()} is called. */
  private static final String HOLD =
      """
      (() => { window.whole ??= window.fetch; window.held = null;
      window.fetch = async (to, how) => {
        if (how?.method === 'PATCH' && !held) await new Promise(go => window.held = go);
        return whole(to, how); } })()""";

  private static final String UPLOAD = "document.querySelector('.upload')";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void anUploadGoesOnAfterABrokenLineAndAfterAReload() {
    STUDIO.open("/materials");
    browser.eval(CUT);
    browser.eval(DROP);
    browser.await(UPLOAD + ".dataset.state === 'broken'");
    browser.eval("document.querySelector('[data-do=pause]').click()"); // so that leaving asks not
    browser.await(UPLOAD + ".dataset.state === 'paused'");
    browser.reload();
    browser.await(UPLOAD + ".dataset.state === 'asleep'");
    browser.eval("window.asked = []; window.whole = window.fetch;");
    browser.eval(
        "window.fetch = (to, how) => { if (how?.method === 'PATCH')"
            + " asked.push(how.headers['Upload-Offset']); return whole(to, how) }");
    browser.eval(DROP);
    browser.await(UPLOAD + ".dataset.state === 'done'");
    assertThat((Integer) browser.eval("Number(asked[0])")).isGreaterThan(1_000_000);

    browser.await(tile() + ".querySelector('img')?.naturalWidth > 0");
    browser.eval(tile() + ".querySelector('.frame').click()");
    browser.await("document.querySelector('dialog img')?.naturalWidth === 1100");
    fill("title", "Static <i>on</i> air");
    fill("tags", "grain, telly");
    fill("licence", "CC0-1.0");
    browser.click("dialog .primary");
    browser.await("document.querySelector('.toast.good')");
    browser.press("Escape", 0);
    browser.await(tile() + ".textContent.includes('Static <i>on</i> air')");
    browser.await(tile() + ".textContent.includes('CC0-1.0')");
    browser.eval("[..." + tile() + ".querySelectorAll('.tags button')].at(-1).click()");
    browser.await("location.search.includes('tag=')");

    browser.eval(tile() + ".querySelector('.frame').click()");
    browser.click("dialog [data-do=remove]");
    browser.await("!" + tile());
    browser.click(".toast:last-child button:not(.square)");
    browser.await(tile());
  }

  @Test
  void anotherTabShowsWhatGoesOnHereAndTakesItUpWhenThisOneIsGone() {
    String first = browser.tab();
    STUDIO.open("/materials");
    browser.eval(HOLD);
    browser.eval(OTHER);
    browser.await(UPLOAD + ".dataset.state === 'sending' && window.held");
    String second = browser.tab();
    STUDIO.open("/materials");
    browser.await(UPLOAD + ".dataset.state === 'elsewhere'");
    assertThat(browser.eval(UPLOAD + ".querySelectorAll('button, input').length")).isEqualTo(0);

    browser.turn(first);
    browser.eval("held()");
    browser.await(UPLOAD + ".dataset.state === 'done'");
    browser.turn(second);
    browser.await("!" + UPLOAD);
    browser.await(tile("other field"));

    browser.turn(first);
    browser.eval(HOLD);
    browser.eval(OTHER);
    browser.await("document.querySelector('.upload[data-state=sending]') && window.held");
    browser.turn(second);
    browser.await(UPLOAD + ".dataset.state === 'elsewhere'");
    browser.closeTab(first);
    browser.turn(second);
    browser.await(UPLOAD + ".dataset.state === 'asleep'");
    browser.click("[data-do=stop]");
    browser.await("!" + UPLOAD);
  }

  private void fill(String name, String value) {
    browser.eval(
        "(f => { f.value = %s; f.dispatchEvent(new Event('input', {bubbles: true})) })"
                .formatted(Browser.quoted(value))
            + "(document.querySelector('dialog [name=%s]'))".formatted(name));
  }

  private static String tile() {
    return tile("noise field|Static");
  }

  private static String tile(String name) {
    return "[...document.querySelectorAll('.material[data-id]')].find(m => /%s/.test(m.textContent))"
        .formatted(name);
  }
}
