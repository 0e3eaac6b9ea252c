package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A batch written as a table, mended, begun and called off by a person. */
class BatchesPageTest {
  private static final String BAD =
      """
      title,script,rate,canvas
      Amber,Amber glows.,1,16:9
      Basalt,Basalt cools.,99,16:9
      """;

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void faultsAreShownRowByRowAndAMendedTableBecomesVideos() {
    STUDIO.open("/batches");
    browser.click("[data-new], .empty button");
    browser.await("document.activeElement.name === 'rows'");
    browser.type(BAD);
    STUDIO.open("/batches"); // what was written outlives the page
    browser.await("document.querySelector('textarea').value.includes('Basalt')");
    press("Check");
    browser.await("document.querySelector('.preview .wrong code').textContent === 'rate'");
    assertThat(browser.eval("document.querySelectorAll('.preview .wrong').length")).isEqualTo(1);
    assertThat(browser.eval("document.querySelector('.preview .wrong td').textContent"))
        .isEqualTo("2");
    assertThat(browser.eval("document.querySelector('[data-start]') === null")).isEqualTo(true);

    browser.eval(
        "(a => { a.value = a.value.replace('99', '1');"
            + " a.dispatchEvent(new Event('input', {bubbles: true})) })"
            + "(document.querySelector('textarea'))");
    press("Check");
    browser.await("document.querySelector('.found .good')");
    browser.click("[data-start]");
    browser.await("location.pathname.match(/^\\/batches\\/.+/)");
    browser.await("document.querySelectorAll('[data-row]').length === 2");
    browser.await("[...document.querySelectorAll('[data-row] a')].length > 0"); // told live
    browser.click("[data-do=pause]");
    browser.await("document.querySelector('[data-do=resume]')");
    browser.click("main mp-menu button");
    browser.click("[role=menu] .dangerous");
    browser.click("dialog .danger");
    browser.await("document.querySelector('.head .chip').textContent === 'Cancelled'");
    browser.eval("document.querySelector('a[href=\"/batches\"]').click()");
    browser.await("document.querySelector('a.batch .chip')");
    assertThat(browser.eval("document.querySelector('textarea') === null")).isEqualTo(true);
  }

  private void press(String label) {
    browser.eval(
        "[...document.querySelectorAll('.actions button')].find(b => b.textContent.trim() === "
            + Browser.quoted(label)
            + ").click()");
  }
}
