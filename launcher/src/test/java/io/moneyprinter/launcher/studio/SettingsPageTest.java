package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.testsupport.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings and logging in, as a person does them. */
class SettingsPageTest {
  private static final String CARD = "#provider-voices-elevenlabs ";
  private static final String PASSWORD = "seven quiet orange boats";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void aProviderIsTriedSetWithoutARestartAndForgotten() throws IOException {
    HttpServer voices = elevenLabs("sk-right");
    try {
      STUDIO.open("/settings/providers");
      browser.click(CARD + "summary");
      fill(CARD + "[name=base-url]", "http://127.0.0.1:" + voices.getAddress().getPort());
      fill(CARD + "[name=api-key]", "sk-wrong");
      browser.click(CARD + "form button.quiet");
      browser.await("document.querySelector('%s.outcome .bad')".formatted(CARD));
      assertThat(text(CARD + ".outcome")).contains("refused").doesNotContain("sk-wrong");

      fill(CARD + "[name=api-key]", "sk-right");
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
    fill("[name=name]", "nightly batch");
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

  @Test
  void theFirstAccountLogsInWithAOneTimeCodeAndAnEndedSessionLosesNothing() {
    STUDIO.open("/settings/profile");
    browser.click("mp-setup-offer button.primary");
    browser.click("mp-setup-offer a.primary");
    browser.await("document.querySelector('mp-account-page [name=email]')");
    assertThat(browser.eval("location.hash")).as("the secret").isEqualTo("");
    fill("[name=email]", "ada@example.org");
    fill("[name=password]", PASSWORD);
    browser.press("Enter", 0);
    browser.await("document.querySelector('mp-account-page .note[role=status]')");
    logIn(null);

    STUDIO.open("/settings/security");
    browser.await("document.querySelector('form [autocomplete=username]')");
    assertThat(browser.eval("document.querySelector('form [autocomplete=username]').value"))
        .as("for keepers of passwords")
        .isEqualTo("ada@example.org");
    fill("[name=password]", PASSWORD);
    browser.press("Enter", 0);
    browser.await("document.querySelector('img.qr')?.naturalWidth > 0");
    String secret = text("form:has([name=code])", "p.secret");
    fill("[name=code]", code(secret));
    browser.press("Enter", 0);
    browser.await("document.querySelectorAll('.codes li').length > 5");
    String recovery = text(".codes li");

    // Ended from elsewhere in the middle of an edit: the dialog asks, and the edit goes on.
    STUDIO.open("/settings/profile");
    fill("[name=name]", "Ada Lovelace");
    browser.eval(
        "fetch('/v1/me/sessions', {method: 'DELETE', headers: {Authorization:"
            + " 'Bearer ' + sessionStorage.getItem('moneyprinter-key')}}).then(r => r.status)");
    browser.press("Enter", 0);
    browser.await("document.querySelector('dialog [name=password]')");
    fill("dialog [name=email]", "ada@example.org");
    fill("dialog [name=password]", PASSWORD);
    browser.press("Enter", 0);
    fill("dialog [name=code]", recovery);
    browser.press("Enter", 0);
    browser.await("!document.querySelector('dialog')");
    browser.await(
        "[...document.querySelectorAll('.toast')].some(t => t.textContent.includes('Saved'))");
    assertThat(browser.eval("document.querySelector('[name=name]').value"))
        .isEqualTo("Ada Lovelace");
  }

  private void logIn(String code) {
    browser.await("document.querySelector('mp-account-page [name=password]')");
    fill("[name=email]", "ada@example.org");
    fill("[name=password]", PASSWORD);
    if (code != null) {
      fill("[name=code]", code);
    }
    browser.press("Enter", 0);
    browser.await("location.pathname === '/' && sessionStorage.getItem('moneyprinter-key')");
  }

  private void fill(String selector, String value) {
    String field = "document.querySelector(%s)".formatted(Browser.quoted(selector));
    browser.await(field);
    browser.eval("(%s.focus(), %s.select())".formatted(field, field));
    browser.type(value);
  }

  private String text(String selector) {
    return String.valueOf(
        browser.eval("document.querySelector(%s).textContent".formatted(Browser.quoted(selector))));
  }

  /** Of an element beside another. */
  private String text(String beside, String selector) {
    return String.valueOf(
        browser.eval(
            "document.querySelector(%s).parentElement.querySelector(%s).textContent"
                .formatted(Browser.quoted(beside), Browser.quoted(selector))));
  }

  /** As an authenticator app computes it (RFC 6238, of six digits, SHA-1, 30 s). */
  private static String code(String base32) {
    try {
      byte[] key = new byte[base32.length() * 5 / 8];
      int bits = 0;
      int held = 0;
      int at = 0;
      for (char c : base32.toCharArray()) {
        held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
        bits += 5;
        if (bits >= 8) {
          bits -= 8;
          key[at++] = (byte) (held >> bits);
        }
      }
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash =
          mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30).array());
      int offset = hash[19] & 15;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
