package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many materials taken in hand at once. */
class SeveralMaterialsTest {
  /** Pictures that differ, under names that only this test gives. */
  private static final String ADD =
      """
      (async names => {
        for (const [at, name] of names.entries()) {
          const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 64});
          const pen = canvas.getContext('2d');
          pen.fillStyle = ['tomato', 'gold', 'teal'][at];
          pen.fillRect(0, 0, 64, 64);
          const body = await new Promise(done => canvas.toBlob(done));
          await fetch('/v1/materials?name=' + encodeURIComponent(name),
            {method: 'POST', body, headers: {'Content-Type': 'image/png'}});
        }
      })(['quince one.png', 'quince two.png', 'quince three.png'])""";

  /** The second of them is refused the first time. */
  private static final String REFUSE =
      """
      (() => { const whole = window.fetch; window.asked = 0;
      window.fetch = (to, how) => how?.method === 'PUT' && ++asked === 2
        ? Promise.resolve(new Response('{"detail": "The node stumbled"}', {status: 500}))
        : whole(to, how); })()""";

  private static final String BAR = "document.querySelector('.selection')";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void severalAreChangedDeletedAndTakenBack() {
    STUDIO.open("/materials");
    browser.eval(ADD);
    STUDIO.open("/materials?q=quince");
    browser.await("document.querySelectorAll('.material').length === 3");

    choose();
    tag();
    license();
    collect();
    download();
    deleteAndTakeBack();
  }

  private void choose() {
    browser.eval("document.querySelector('.pick input').focus()");
    browser.press(" ", 0);
    browser.await(BAR + ".textContent.includes('1 selected')");
    browser.eval(
        "document.querySelectorAll('.pick input')[2].dispatchEvent("
            + "new MouseEvent('click', {shiftKey: true, bubbles: true}))");
    browser.await(BAR + ".textContent.includes('3 selected')");
    browser.await("document.querySelector('main p[role=status]').textContent === '3 selected'");
    browser.press("Escape", 0);
    browser.await("!" + BAR);
    browser.press("a", 2);
    browser.await(BAR + ".textContent.includes('3 selected')");
    browser.size(390, 844);
    assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    browser.size(1280, 900);
  }

  private void tag() {
    act("Tags");
    browser.fill("dialog [name=add]", "orchard, ripe");
    browser.press("Enter", 0);
    awaitToast("3 materials changed");
    browser.eval("document.querySelectorAll('.toast .square').forEach(close => close.click())");
    browser.await("!document.querySelector('.toast')");
    awaitCount("tag=orchard&tag=ripe", 3);
    browser.await("!document.querySelector('dialog')");
    browser.await(BAR + ".textContent.includes('3 selected')"); // for what comes next

    act("Tags");
    browser.click("dialog [name=drop][value=ripe]");
    browser.click("dialog .primary");
    awaitCount("tag=ripe", 0);
    undo();
    awaitCount("tag=ripe", 3);
  }

  private void license() {
    browser.eval(REFUSE);
    act("Licence");
    browser.fill("dialog [name=licence]", "CC0-1.0");
    browser.press("Enter", 0);
    browser.await("document.querySelectorAll('dialog .refused li').length === 1");
    assertThat(browser.eval("document.querySelector('dialog .refused').textContent"))
        .asString()
        .contains("quince", "The node stumbled");
    browser.click("dialog .primary"); // once more
    browser.await(
        "[...document.querySelectorAll('.material')]"
            + ".every(one => one.textContent.includes('CC0-1.0'))");
  }

  private void collect() {
    act("Collect");
    browser.await("document.querySelector('dialog [name=name]')");
    browser.eval(
        "(list => { if (list) { list.value = ''; list.dispatchEvent(new Event('change')); } })"
            + "(document.querySelector('dialog [name=collection]'))");
    browser.fill("dialog [name=name]", "Fruit");
    browser.press("Enter", 0);
    browser.await(
        "[...document.querySelectorAll('[role=group] button')]"
            + ".some(one => /Fruit\\s*3/.test(one.textContent))");
  }

  private void download() {
    browser.eval(
        "HTMLAnchorElement.prototype.click = function () {"
            + " window.saved = this.getAttribute('href'); }");
    act("Download");
    browser.await("window.saved?.startsWith('/v1/materials.zip?ids=')");
    String saved = String.valueOf(browser.eval("saved"));
    assertThat(saved.split(",")).hasSize(3);
    assertThat(STUDIO.api().get(saved).statusCode()).isEqualTo(200);
  }

  private void deleteAndTakeBack() {
    act("Delete");
    browser.await("!document.querySelector('.material') && !" + BAR);
    undo();
    browser.await("document.querySelectorAll('.material').length === 3");
  }

  private void act(String name) {
    String button =
        "[...document.querySelectorAll('.selection button')].find(b => b.textContent.trim() === %s)"
            .formatted(Browser.quoted(name));
    browser.await(button);
    browser.eval(button + ".click()");
  }

  private void awaitToast(String text) {
    browser.await(
        "[...document.querySelectorAll('.toast')].at(-1)?.textContent.includes(%s)"
            .formatted(Browser.quoted(text)));
  }

  private void undo() {
    String button =
        "[...document.querySelectorAll('.toast button')]"
            + ".filter(b => b.textContent === 'Undo').at(-1)";
    browser.await(button);
    browser.eval(button + ".click()");
  }

  private static void awaitCount(String query, int count) {
    Await.until(
        count + " with " + query,
        Duration.ofSeconds(10),
        () ->
            STUDIO.api().get("/v1/materials?q=quince&" + query).body().split("\"title\"").length - 1
                == count);
  }
}
