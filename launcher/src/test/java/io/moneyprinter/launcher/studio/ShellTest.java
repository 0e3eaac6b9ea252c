package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands around every page. */
class ShellTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void languageAndThemeAreKeptAndTheMenuIsUsedByKeyboard() {
    browser.open(STUDIO.origin() + "/notifications");
    browser.await("document.querySelector('mp-menu button')");
    browser.eval("document.querySelector('.own mp-menu button').focus()");
    browser.press("Enter", 0);
    browser.await("document.querySelector('[role=menu]')");
    browser.press("Escape", 0);
    browser.await(
        "!document.querySelector('[role=menu]') &&"
            + " document.activeElement.getAttribute('aria-haspopup')");

    browser.eval(
        "document.querySelector('.own mp-menu').items.find(i => i?.label === 'Deutsch').run()");
    browser.await("document.documentElement.lang === 'de'");
    browser.await("document.querySelector('.places')?.textContent.includes('Erstellen')");
    browser.eval(
        "document.querySelector('.own mp-menu').items.find(i => i?.label === 'Dunkel').run()");
    browser.reload();
    browser.await("document.documentElement.dataset.theme === 'dark'");
  }

  @Test
  void anAddressWithoutAPageSaysSo() {
    browser.open(STUDIO.origin() + "/");
    browser.await("document.querySelector('.places')");
    browser.eval("history.pushState(null, '', '/nowhere'); dispatchEvent(new Event('popstate'))");
    browser.await("document.querySelector('main h2')?.textContent.includes('no such page')");
    assertThat(browser.eval("document.querySelector('main a').getAttribute('href')"))
        .isEqualTo("/");
  }

  @Test
  void theReferenceShowsAnOperationOfTheContract() {
    STUDIO.open("/reference#listVoices");
    browser.await("document.querySelector('#listVoices[open] .properties')");
    browser.eval("document.querySelector('input[type=search]').focus()");
    browser.type("storyboard render");
    browser.await("document.querySelectorAll('details.card').length < 10");
    browser.await("document.querySelector('#renderStoryboard')");
    assertThat(browser.eval("location.search")).isEqualTo("?q=storyboard%20render");
  }
}
