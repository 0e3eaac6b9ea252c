package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings, as a person makes them; the first account is {@link FirstAccountTest}'s. */
class SettingsPageTest {
  private static final String CARD = "#provider-voices-elevenlabs ";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void aSwitchIsTurnedForAllButOneTenantAndBack() {
    String row = "[data-flag=share-links] ";
    STUDIO.open("/settings/flags");
    browser.click(row + "input[role=switch]");
    awaitFlag("\"on\":false,\"except\":[]");
    assertThat(text(row)).contains("none are made", "Off");

    browser.click(row + "summary");
    browser.fill(row + "[name=except]", "acme, beta");
    browser.click(row + "form button");
    awaitFlag("\"on\":false,\"except\":[\"acme\",\"beta\"]");

    browser.eval("document.querySelector('%sinput[role=switch]').focus()".formatted(row));
    browser.press(" ", 0);
    awaitFlag("\"on\":true,\"except\":[\"acme\",\"beta\"]");
    browser.fill(row + "[name=except]", "");
    browser.press("Backspace", 0);
    browser.click(row + "form button");
    awaitFlag(
        "flags.share-links\",\"doc\":\"Links to files are made and work. Off: none are made, and those there are rest.\",\"on\":true,\"except\":[]");
  }

  private void awaitFlag(String state) {
    Await.until(
        "the switch is turned",
        Duration.ofSeconds(10),
        () -> STUDIO.api().get("/v1/admin/flags").body().contains(state));
    browser.await("!document.querySelector('input[role=switch]:disabled')");
  }

  @Test
  void aProgramGetsAKeyThatIsRevoked() {
    STUDIO.open("/settings/team");
    browser.fill("mp-settings-team form:last-of-type [name=name]", "robot");
    browser.press("Enter", 0);
    browser.await("document.querySelector('mp-settings-team [aria-label=\"Keys of robot\"]')");
    browser.click("[aria-label=\"Keys of robot\"]");
    browser.fill("dialog [name=name]", "nightly");
    browser.press("Enter", 0);
    browser.await("document.querySelector('dialog .secret')?.textContent.startsWith('mp_')");
    browser.await("document.querySelector('dialog .lines b')?.textContent === 'nightly'");
    browser.click("dialog [aria-label=\"Revoke: nightly\"]");
    browser.await("document.querySelector('dialog .lines .chip.bad')");
    browser.await("document.querySelector('dialog mp-toasts .toast')"); // behind it, nobody sees it
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')");
    browser.await("document.querySelector('body > mp-toasts')");
  }

  @Test
  void aProviderIsTriedSetWithoutARestartAndForgotten() throws IOException {
    HttpServer voices = elevenLabs("sk-right");
    try {
      STUDIO.open("/settings/providers");
      browser.click(CARD + "summary");
      browser.fill(CARD + "[name=base-url]", "http://127.0.0.1:" + voices.getAddress().getPort());
      browser.fill(CARD + "[name=api-key]", "sk-wrong");
      browser.click(CARD + "form button.quiet");
      browser.await("document.querySelector('%s.outcome .bad')".formatted(CARD));
      assertThat(text(CARD + ".outcome")).contains("refused").doesNotContain("sk-wrong");

      browser.fill(CARD + "[name=api-key]", "sk-right");
      browser.click(CARD + "form button.quiet");
      browser.await("document.querySelector('%s.outcome .good')".formatted(CARD));
      browser.click(CARD + "form button.primary");
      browser.await("document.querySelector('%ssummary .good')".formatted(CARD));
      browser.await(voice("READY"));
      browser.reload();
      browser.await("document.querySelector('%ssummary .good')".formatted(CARD));
      assertThat(browser.eval("document.documentElement.innerHTML.includes('sk-right')"))
          .isEqualTo(false);

      browser.click(CARD + "summary");
      browser.click(CARD + "form button.plain:not(.as-api)");
      browser.await("!document.querySelector('%ssummary .good')".formatted(CARD));
      browser.await(voice("NOT_SET"));
    } finally {
      voices.stop(0);
    }
  }

  /** Asks again each time it is looked at: the service starts anew meanwhile. */
  private static String voice(String state) {
    return "(fetch('/v1/voices/providers').then(r => r.json()).then(all => window.voices = all),"
        + " window.voices.providers.find(p => p.id === 'elevenlabs').state === '%s')"
            .formatted(state);
  }

  /** The list of voices and the refusal of "ElevenLabs API reference, Voices". */
  private static HttpServer elevenLabs(String key) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/voices",
        exchange -> {
          boolean right = key.equals(exchange.getRequestHeaders().getFirst("xi-api-key"));
          byte[] answer =
              (right
                      ? "{\"voices\":[]}"
                      : "{\"detail\":{\"status\":\"invalid_api_key\",\"message\":\"Invalid API key\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(right ? 200 : 401, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void anApiKeyIsShownOnceWorksAndIsRevoked() {
    STUDIO.open("/settings/keys");
    browser.fill("[name=name]", "nightly batch");
    browser.press("Enter", 0);
    browser.await("document.querySelector('dialog #new-key')");
    String key = text("#new-key");
    assertThat(status(key)).isEqualTo(200);
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')");
    browser.await(row("nightly batch"));
    assertThat(browser.eval("document.body.textContent.includes('%s')".formatted(key)))
        .isEqualTo(false);

    browser.eval(row("nightly batch") + ".querySelector('button').click()");
    browser.click("dialog button.danger");
    browser.await(row("nightly batch") + ".querySelector('.chip.bad')");
    assertThat(status(key)).isEqualTo(401);
  }

  private static String row(String name) {
    return "[...document.querySelectorAll('.lines li')].find(li => li.textContent.includes('%s'))"
        .formatted(name);
  }

  private int status(String key) {
    return ((Number)
            browser.eval(
                "fetch('/v1/videos', {headers: {Authorization: 'Bearer %s'}}).then(r => r.status)"
                    .formatted(key)))
        .intValue();
  }

  private String text(String selector) {
    return String.valueOf(
        browser.eval("document.querySelector(%s).textContent".formatted(Browser.quoted(selector))));
  }
}
