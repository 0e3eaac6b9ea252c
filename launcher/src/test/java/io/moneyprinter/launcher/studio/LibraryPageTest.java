package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Videos found, shared, deleted and taken back by a person. */
class LibraryPageTest {
  private static final String TITLE = "Zephyr <b>over</b> \"the\" bay";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void aVideoIsFoundSharedDeletedAndTakenBack() {
    String id =
        STUDIO
            .api()
            .create(
                """
                {"title": "Zephyr <b>over</b> \\"the\\" bay", "script": "Wind moves.",
                 "language": "en", "music": {"mood": "none"}, "output": {"thumbnails": true},
                 "canvas": {"width": 128, "height": 224, "fps": 12}}""");
    STUDIO.open("/videos?sort=oldest");
    browser.eval("document.querySelector('input[type=search]').focus()");
    browser.type("zeph wind");
    browser.await("location.search.includes('q=zeph')");
    browser.await(card(id) + "?.textContent.includes(" + Browser.quoted(TITLE) + ")");
    browser.await("document.querySelectorAll('.videos > li').length === 1");
    assertThat(STUDIO.api().awaitEnd(id, Duration.ofSeconds(90))).isEqualTo("COMPLETED");
    browser.await(card(id) + ".querySelector('mp-poster img')?.naturalWidth > 0"); // by itself
    preview(id);

    archive(id);
    String link = share(id);
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')");
    menu(id, "Delete");
    browser.await("!" + card(id));
    assertThat(STUDIO.api().get(link).statusCode()).isEqualTo(410);
    browser.eval(
        "[...document.querySelectorAll('.toast button')].find(b => b.textContent === 'Undo').click()");
    browser.await(card(id));
    assertThat(STUDIO.api().get(link).statusCode()).isEqualTo(200);

    browser.open(STUDIO.origin() + link);
    browser.await("document.querySelector('video').duration > 0");
    browser.await("document.querySelector('video track').track.cues !== undefined");
    assertThat(browser.eval("document.querySelector('h1').textContent")).isEqualTo(TITLE);
    assertThat(browser.eval("document.querySelector('a.button').textContent"))
        .isEqualTo("Download");
  }

  /** Small pictures follow one another while the mouse is over it. */
  private void preview(String id) {
    browser.eval(
        card(id) + ".querySelector('.frame').dispatchEvent(new PointerEvent('pointerenter'))");
    browser.await(card(id) + ".querySelector('.film').style.backgroundImage.includes('sprite')");
    browser.eval(
        card(id) + ".querySelector('.frame').dispatchEvent(new PointerEvent('pointerleave'))");
    browser.await(card(id) + ".querySelector('.film').hidden");

    // Most videos have no such list, but all have a strip.
    browser.eval(card(id) + ".querySelector('mp-poster').preview = null");
    browser.eval(
        card(id) + ".querySelector('.frame').dispatchEvent(new PointerEvent('pointerenter'))");
    browser.await(
        card(id) + ".querySelector('.film').style.backgroundImage.includes('preview.jpg')");
    browser.eval(
        card(id) + ".querySelector('.frame').dispatchEvent(new PointerEvent('pointerleave'))");
  }

  /** All files can be fetched at once: what the button does, without a file on this machine. */
  private void archive(String id) {
    menu(id, "Download …");
    browser.await("document.querySelector('dialog [data-do=all]')");
    browser.eval(
        "HTMLAnchorElement.prototype.click = function () { window.saved ="
            + " [this.getAttribute('href'), this.download]; }");
    browser.click("dialog [data-do=all]");
    browser.await("window.saved?.[0] === '/v1/videos/" + id + "/files.zip'");
    assertThat(browser.eval("saved[1]")).asString().endsWith(".zip");
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')");
  }

  /** Makes a link that may be downloaded; gives its path. */
  private String share(String id) {
    menu(id, "Share …");
    browser.await("document.querySelector('dialog h2').textContent.includes('Zephyr')");
    browser.click("dialog input[name=download]");
    browser.click("dialog .primary");
    browser.await("document.querySelector('.links input').value.includes('/watch/')");
    return String.valueOf(
        browser.eval(
            "(u => u.pathname + u.search)(new URL(document.querySelector('.links input').value))"));
  }

  @Test
  void everythingIsReachedByKeyboardOnAPhone() {
    String id =
        STUDIO
            .api()
            .create(
                "{\"script\": \"Quartz sings.\", \"canvas\": {\"width\": 128,"
                    + " \"height\": 224, \"fps\": 12}}");
    STUDIO.api().command(id, "cancel");
    browser.size(360, 740);
    STUDIO.open("/videos?q=quartz");
    browser.await(card(id));
    assertThat(
            browser.eval(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isEqualTo(true);
    browser.eval(card(id) + ".querySelector('.pick input').focus()");
    browser.press(" ", 0);
    browser.await("document.querySelector('.selection strong').textContent.startsWith('1 ')");
    browser.eval(
        "[...document.querySelectorAll('.selection button')]"
            + ".find(b => b.textContent.includes('Delete')).focus()");
    browser.press("Enter", 0);
    browser.await("!" + card(id) + " && document.querySelector('main .empty')");
    STUDIO.open("/videos?q=quartz&deleted=true");
    browser.await(card(id));
    menu(id, "Restore");
    STUDIO.open("/videos?q=quartz");
    browser.await(card(id));
  }

  private void menu(String id, String item) {
    browser.await(card(id) + ".querySelector('mp-menu button')");
    browser.eval(card(id) + ".querySelector('mp-menu button').focus()");
    browser.press("Enter", 0);
    browser.await("document.querySelector('[role=menu]')");
    browser.eval(
        "[...document.querySelectorAll('[role=menu] button')].find(b => b.textContent.trim() === "
            + Browser.quoted(item)
            + ").click()");
  }

  private static String card(String id) {
    return "document.querySelector('[data-id=\"" + id + "\"]')";
  }
}
