package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bell, the list, one's preferences and webhooks, as a person uses them. */
class NotificationsPageTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private static final String SHOWN =
      """
      navigator.serviceWorker.ready.then(worker => worker.getNotifications())
        .then(all => all.map(n => [n.title, n.body, n.data.href].join(' ')).join())""";

  private static final String QUIET =
      "[...document.querySelectorAll('mp-notice-preferences .check')]"
          + ".find(l => l.textContent.includes('quiet')).querySelector('input')";

  private static final String FROM = "document.querySelector('input[type=time]').value";

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

    browser.await(
        "[...document.querySelectorAll('.toast')].some(t => t.textContent.includes('Bell <b>tower</b>'))");
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
    browser.eval(QUIET + ".click()");
    browser.await("document.querySelectorAll('input[type=time]').length === 2");
    browser.eval(
        "(f => { f.value = '23:15'; f.dispatchEvent(new Event('change')) })"
            + "(document.querySelector('input[type=time]'))");
    browser.reload();
    browser.await("document.querySelector('mp-notice-preferences .chip.warn')");
    assertThat(browser.eval(box + ".checked")).isEqualTo(!before);
    assertThat(browser.eval(FROM)).isEqualTo("23:15");
    assertThat(browser.eval("document.documentElement.scrollWidth")).isEqualTo(360);

    browser.click("mp-notice-preferences .primary");
    browser.await("!document.querySelector('mp-notice-preferences .chip.warn')");
    assertThat(STUDIO.api().get("/v1/notifications/preferences").body())
        .contains("\"quiet\":{\"from\":\"23:15\",\"until\":\"07:00\"}");
    browser.reload();
    browser.await(FROM + " === '23:15'");
    assertThat(browser.eval(box + ".checked")).isEqualTo(!before);
    browser.eval(QUIET + ".click()");
    browser.eval(box + ".click()");
    browser.click("mp-notice-preferences .primary");
    browser.await("!document.querySelector('mp-notice-preferences .chip.warn')");
  }

  /**
   * Chromium comes without its maker's push service, so a subscription stands in for that; asking,
   * service worker, content policy, server and what is shown are the real ones.
   */
  @Test
  void theBrowserIsToldOnceItsOwnerSaysSoAndShowsWhatIsPushed() {
    browser.call(
        "Browser.grantPermissions",
        new JsonObject()
            .put("origin", STUDIO.origin())
            .put("permissions", new JsonArray().add("notifications")));
    STUDIO.open("/notifications?part=preferences");
    String box = "document.querySelector('mp-push-switch input')";
    browser.await(box);
    browser.eval(
        """
        (() => { let own = null;
        PushManager.prototype.getSubscription = async () => own;
        PushManager.prototype.subscribe = async wanted => own = {
          endpoint: 'https://93.184.215.14/' + wanted.applicationServerKey.length,
          toJSON: () => ({endpoint: own.endpoint, keys: {auth: 'BTBZMqHH6r4Tts7J_aSIgg', p256dh:
            'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'}}),
          unsubscribe: async () => { own = null; return true; }}; })()""");
    browser.click("mp-push-switch input");
    browser.await("document.querySelector('mp-push-switch .devices .chip')");
    assertThat(STUDIO.api().get("/v1/notifications/push").body())
        .contains("https://93.184.215.14/87", "Chrome");

    browser.call("ServiceWorker.enable", new JsonObject());
    Await.until(
        "it is shown",
        Duration.ofSeconds(10),
        () -> {
          deliver();
          return "Bell <b>tower</b> It rings. /videos/7".equals(browser.eval(SHOWN));
        });

    browser.eval(box + ".click()");
    browser.await("!document.querySelector('mp-push-switch .devices')");
    assertThat(STUDIO.api().get("/v1/notifications/push").body()).contains("\"subscriptions\":[]");
  }

  /** Registrations are numbered from 0; one that there is not hears nothing. */
  private void deliver() {
    JsonObject told =
        new JsonObject()
            .put("id", "7")
            .put("title", "Bell <b>tower</b>")
            .put("text", "It rings.")
            .put("language", "en")
            .put("href", "/videos/7")
            .put("at", 1_796_000_000_000L);
    for (int registration = 0; registration < 5; registration++) {
      browser.call(
          "ServiceWorker.deliverPushMessage",
          new JsonObject()
              .put("origin", STUDIO.origin())
              .put("registrationId", String.valueOf(registration))
              .put("data", told.encode()));
    }
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
