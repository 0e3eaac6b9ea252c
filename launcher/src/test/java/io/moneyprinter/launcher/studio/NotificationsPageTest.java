package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bell, the list, one's preferences and webhooks, as a person uses them. */
class NotificationsPageTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void theBellRingsWhenAVideoWaitsAndTheListIsReadFilteredAndCleared() {
    STUDIO.open("/notifications");
    browser.await("document.querySelector('mp-notice-history .card')");
    String id =
        STUDIO
            .api()
            .create(
                """
                {"title": "Bell <b>tower</b>", "script": "It rings.", "language": "en",
                 "review": "storyboard", "canvas": {"width": 128, "height": 224, "fps": 12}}""");

    browser.await("document.querySelector('.toast')?.textContent.includes('Bell <b>tower</b>')");
    browser.await("Number(document.querySelector('mp-bell .count').textContent) > 0");
    browser.await(row() + "?.classList.contains('unread')");
    browser.eval("document.querySelector('mp-bell button').focus()");
    browser.press("Enter", 0);
    browser.await(
        "document.activeElement.getAttribute('href') === '/videos/" + id + "/storyboard'");
    browser.press("Escape", 0);
    browser.await("!document.querySelector('.inbox') && document.activeElement.matches('.bell')");

    browser.eval(row() + ".querySelector('.does button').click()");
    browser.await("!" + row() + ".classList.contains('unread')");
    browser.click("mp-notice-history input[type=checkbox]");
    browser.await("!" + row());
    browser.click("mp-notice-history input[type=checkbox]");
    browser.await(row());
    browser.eval(row() + ".querySelector('.does button:last-child').click()");
    browser.await("!" + row());
    browser.click(".toast:last-child button:not(.square)");
    browser.await(row());
  }

  private static String row() {
    return "[...document.querySelectorAll('mp-notice-history .notice')]"
        + ".find(n => n.textContent.includes('Bell <b>tower</b>'))";
  }

  @Test
  void preferencesSurviveAReloadBeforeTheyAreSavedAndAreKeptAfter() {
    browser.size(360, 740);
    STUDIO.open("/notifications?part=preferences");
    String box = "document.querySelector('[aria-label=\"A video is ready: In the page\"]')";
    browser.await(box);
    boolean before = Boolean.TRUE.equals(browser.eval(box + ".checked"));
    browser.eval(box + ".click()");
    browser.await("document.querySelector('mp-notice-preferences .chip.warn')");
    browser.reload();
    browser.await("document.querySelector('mp-notice-preferences .chip.warn')");
    assertThat(browser.eval(box + ".checked")).isEqualTo(!before);
    assertThat(browser.eval("document.documentElement.scrollWidth")).isEqualTo(360);

    browser.click("mp-notice-preferences .primary");
    browser.await("!document.querySelector('mp-notice-preferences .chip.warn')");
    assertThat(STUDIO.api().get("/v1/notifications/preferences").body()).contains("\"version\":1");
    browser.eval(box + ".click()");
    browser.click("mp-notice-preferences .primary");
    browser.await("!document.querySelector('mp-notice-preferences .chip.warn')");
  }

  @Test
  void anAddressThatMayNotBeToldIsRefusedAtItsField() {
    STUDIO.open("/notifications?part=webhooks");
    browser.await("document.querySelector('mp-webhooks .primary')");
    browser.click("mp-webhooks .primary");
    browser.await("document.querySelector('dialog input[type=url]')");
    browser.type("http://10.0.0.1/hook");
    browser.press("Enter", 0);
    browser.await("document.querySelector('dialog .wrong')?.textContent.includes('https')");
  }
}
