package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was typed is not thrown away without being asked for. */
class UnsavedTest {
  private static final String ASKED =
      "document.querySelector('dialog:last-of-type h2')?.textContent === 'Throw away what you typed?'";

  private static final String ADD =
      """
      fetch('/v1/materials?name=medlar.png', {method: 'POST', headers: {'Content-Type': 'image/png'},
        body: Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), c => c.charCodeAt(0))}).then(r => r.status)""";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void aDialogAsksBeforeItForgets() {
    STUDIO.open("/materials");
    assertThat((Integer) browser.eval(ADD)).isEqualTo(201);
    STUDIO.open("/videos");
    browser.click("nav a[href='/materials']");
    browser.fill("mp-materials-page input[name=q]", "medlar");
    browser.await("document.querySelectorAll('.material').length === 1");
    browser.click(".material .frame");
    browser.await("document.querySelector('dialog [name=title]')");
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')"); // nothing was typed

    browser.click(".material .frame");
    browser.fill("dialog [name=title]", "Medlar in autumn");
    browser.press("Escape", 0);
    browser.await(ASKED);
    browser.press("Escape", 0); // in a hurry: it stays
    browser.await("document.querySelectorAll('dialog').length === 1");
    assertThat(browser.eval("document.querySelector('dialog [name=title]').value"))
        .isEqualTo("Medlar in autumn");

    browser.eval("history.back()");
    browser.await(ASKED);
    browser.press("Enter", 0); // what has the focus is to go on typing
    browser.await("document.querySelectorAll('dialog').length === 1");
    assertThat(browser.eval("location.pathname")).isEqualTo("/materials");

    browser.click("dialog .primary");
    browser.await("document.querySelector('.toast.good')");
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')"); // it is saved
    browser.await("document.querySelector('.material').textContent.includes('in autumn')");
  }

  @Test
  void aHookThatIsBeingDescribedIsNotForgotten() {
    STUDIO.open("/notifications?part=webhooks");
    String add =
        "[...document.querySelectorAll('button')].find(b => /^Add a webhook|^Add$/.test(b.textContent.trim()))";
    browser.await(add);
    browser.eval(add + ".click()");
    browser.fill("dialog input[type=url]", "https://example.org/hook");
    browser.click("dialog header button");
    browser.await(ASKED);
    browser.click("dialog:last-of-type .danger");
    browser.await("!document.querySelector('dialog')");
  }

  @Test
  void settingsAskBeforeTheyAreLeftOrLoadedAnew() {
    STUDIO.open("/settings/keys");
    browser.fill("[name=name]", "nightly");
    browser.click("a[href='/settings/team']");
    browser.await(ASKED);
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')");
    assertThat(browser.eval("location.pathname + document.querySelector('[name=name]').value"))
        .isEqualTo("/settings/keysnightly");

    browser.askedBeforeLeaving();
    browser.reload();
    browser.await("document.querySelector('[name=name]')?.value === ''");
    assertThat(browser.askedBeforeLeaving()).isTrue();

    browser.fill("[name=name]", "nightly");
    browser.click("a[href='/settings/team']");
    browser.await(ASKED);
    browser.click("dialog .danger");
    browser.await("location.pathname === '/settings/team' && !document.querySelector('dialog')");
  }
}
