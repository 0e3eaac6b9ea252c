package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The studio's flows by Tab, Enter, Space, arrows and Escape alone. Whatever is done, the focus is
 * never lost: what comes next is a few steps away.
 */
class KeyboardTest {
  /** Steps to anything on a page, from wherever the focus was left. */
  private static final int NEAR = 60;

  private static final String TOLD =
      "[...document.querySelectorAll('mp-scene-card textarea')].map(t => t.value).join(' | ')";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @TempDir private Path folder;

  @Test
  void aVideoIsOrderedEditedRenderedFoundDeletedAndTakenBack() {
    browser.open(STUDIO.origin() + "/videos");
    browser.await("document.querySelector('main .head')");
    browser.eval(
        "localStorage.setItem('moneyprinter-draft-create', JSON.stringify({at: 0, value: {form:"
            + " {side: 360, fps: 24, music: {kind: 'none', mood: '', id: '', volume: -16}}}}))");
    press("Tab");
    tab(".places a[href='/']");
    press("Enter");
    browser.await("document.activeElement.id === 'about'");
    browser.type("Keys click.\n\nQuiet hands type.");
    tab("input[name=review]");
    press("ArrowRight");
    browser.await("document.activeElement.value === 'scenes'");
    tab(".begin .primary");
    press("Enter");
    browser.await("location.pathname.startsWith('/videos/')");
    String id = String.valueOf(browser.eval("location.pathname.split('/')[2]"));
    await("document.querySelector('#do-look')");
    tab("#do-look");
    press("Enter");
    edit();
    tab("#render");
    press("Enter");
    browser.await("location.pathname === '/videos/" + id + "'");
    await("document.querySelector('#film')?.readyState > 0");
    tab("#film");
    press(" ");
    browser.await("document.querySelector('#film').currentTime > 0");
    library(id);
  }

  private void edit() {
    browser.await(TOLD + " === 'Keys click. Quiet hands type.'");
    tab("mp-scene-card textarea");
    press("Home");
    for (int i = 0; i < "Keys click.".length(); i++) {
      press("ArrowRight");
    }
    browser.press("Enter", 2);
    browser.await(TOLD + " === 'Keys click. | Quiet hands type.'");
    browser.press("ArrowUp", 1);
    browser.await(TOLD + " === 'Quiet hands type. | Keys click.'");
    press("End");
    browser.type(" Softly.");
    browser.await(TOLD + " === 'Quiet hands type. Softly. | Keys click.'");
    tab(".acts button");
    press(" ");
    browser.await("document.activeElement.ariaPressed === 'true'");
    press(" ");
    browser.await("document.activeElement.ariaPressed === 'false'");
    tab("mp-menu button");
    press("Enter");
    item("Remove scene");
    browser.await(TOLD + " === 'Keys click.'");
    browser.await("document.activeElement.matches('textarea')");
    browser.press("z", 2);
    browser.await(TOLD + " === 'Quiet hands type. Softly. | Keys click.'");
  }

  private void library(String id) {
    tab("a.back", 8);
    press("Enter");
    browser.await("document.querySelector('input[type=search]')");
    tab("input[type=search]");
    browser.type("keys click");
    browser.await("location.search.includes('q=keys')");
    browser.await("document.querySelector('[data-id=\"" + id + "\"]')");
    tab("[data-id='" + id + "'] mp-menu button");
    press("Enter");
    item("Delete");
    browser.await("!document.querySelector('[data-id=\"" + id + "\"]')");
    held();
    press("F8");
    assertThat(text()).isEqualTo("Undo");
    press("Enter");
    browser.await("document.querySelector('[data-id=\"" + id + "\"]')");
    held();
  }

  @Test
  void aFileIsUploadedAndTaggedRemovedAndTakenBack() throws IOException {
    Path file = folder.resolve("plain field.png");
    ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    begin("/materials");
    tab("input[type=file]");
    browser.choose(file, () -> press("Enter"));
    String tile = "document.querySelector('.material h2[title^=\"plain field\"]')";
    browser.await(tile);
    String own = "[data-id='" + browser.eval(tile + ".closest('.material').dataset.id") + "'] ";
    tab(own + ".frame");
    press("Enter");
    browser.await("document.activeElement.closest('dialog')");
    tab("dialog [name=tags]");
    browser.type("quiet");
    press("Enter");
    browser.await("document.querySelector('.toast.good')");
    press("Escape");
    browser.await("!document.querySelector('dialog') && document.activeElement.matches('.frame')");
    browser.await(
        tile
            + ".closest('.material').querySelector('.tags button')?.textContent.includes('quiet')");
    tab(own + ".tags button");
    press("Enter");
    browser.await("location.search.includes('tag=quiet')");
    held();
    tab(own + ".frame");
    press("Enter");
    browser.await("document.activeElement.closest('dialog')");
    tab("dialog [data-do=remove]");
    press("Enter");
    browser.await("!" + tile);
    held();
    press("F8");
    press("Enter");
    browser.await(tile);
    held();
  }

  @Test
  void noticesAreReadAndRemovedAKeyIsMadeAndRevokedAndANodeLookedInto() {
    String id =
        STUDIO
            .api()
            .create(
                """
                {"title": "Tabs", "script": "Tab.", "review": "storyboard",
                 "canvas": {"width": 128, "height": 224, "fps": 12}}""");
    begin("/notifications");
    browser.await("document.querySelector('.notice a[href*=\"" + id + "\"]')");
    tab("mp-notice-history .does button");
    press("Enter");
    browser.await("!document.querySelector('mp-notice-history .notice').matches('.unread')");
    tab("mp-notice-history .does button:last-child");
    press("Enter");
    browser.await("!document.querySelector('.notice a[href*=\"" + id + "\"]')");
    held();
    press("F8");
    press("Enter");
    browser.await("document.querySelector('.notice a[href*=\"" + id + "\"]')");
    tab("input[name=part]", 8);
    press("ArrowRight");
    browser.await("document.querySelector('mp-notice-preferences')");
    press("ArrowRight");
    browser.await("document.querySelector('mp-webhooks')");
    assertThat(browser.eval("document.activeElement.name")).isEqualTo("part");

    begin("/settings/keys");
    browser.await("document.querySelector('[name=name]')");
    tab("[name=name]");
    browser.type("typed key");
    press("Enter");
    browser.await("document.querySelector('dialog #new-key')");
    press("Escape"); // not copied yet: it asks
    browser.await("document.activeElement.matches('dialog:last-of-type .quiet')");
    press("Enter");
    browser.await("document.querySelectorAll('dialog').length === 1");
    press("Enter");
    browser.await("!document.querySelector('dialog')");
    String row =
        "[...document.querySelectorAll('.lines li')].find(l => l.textContent.includes('typed key'))";
    browser.await(row);
    browser.await("document.activeElement.matches('[name=name], form button')");
    tab(".lines li button");
    press("Enter");
    browser.await("document.activeElement.matches('dialog .danger')");
    press("Enter");
    browser.await(row + ".querySelector('.chip.bad')");
    held();

    begin("/dashboard");
    browser.await("document.querySelector('table.nodes a')");
    tab("table.nodes a");
    press("Enter");
    browser.await("location.pathname.startsWith('/dashboard/nodes/')");
    browser.await("document.querySelector('mp-node-page .roles')");
    tab(".head .danger");
    press("Enter");
    browser.await("document.activeElement.closest('dialog')");
    press("Escape");
    browser.await("document.activeElement.matches('.head .danger')");
    STUDIO.api().command(id, "cancel");
  }

  private void begin(String path) {
    STUDIO.open(path);
    press("Tab");
  }

  /** Down to an item of the open menu, and takes it. */
  private void item(String name) {
    browser.await("document.activeElement.matches('[role^=menuitem]')");
    for (int i = 0; !text().equals(name); i++) {
      assertThat(i).as(name).isLessThan(20);
      press("ArrowDown");
    }
    press("Enter");
  }

  private String text() {
    return String.valueOf(browser.eval("document.activeElement.textContent.trim()"));
  }

  /** By Tab to the next element that matches. */
  private void tab(String selector) {
    tab(selector, 0);
  }

  /** With Shift, 8, to the one before. */
  private void tab(String selector, int modifiers) {
    held();
    StringBuilder way = new StringBuilder();
    for (int steps = 0; steps < NEAR; steps++) {
      browser.press("Tab", modifiers);
      if (Boolean.TRUE.equals(
          browser.eval("document.activeElement.matches(" + Browser.quoted(selector) + ")"))) {
        return;
      }
      way.append(browser.eval("document.activeElement.outerHTML.slice(0, 60)")).append('\n');
    }
    throw new AssertionError(selector + " is not on the way:\n" + way);
  }

  /** The focus is somewhere. */
  private void held() {
    browser.await("document.activeElement !== document.body");
  }

  private void press(String key) {
    browser.press(key, 0);
  }

  /** A render takes a while on a busy machine. */
  private void await(String script) {
    Await.until(
        script,
        Duration.ofSeconds(90),
        () -> Boolean.TRUE.equals(browser.eval("Boolean(" + script + ")")));
  }
}
