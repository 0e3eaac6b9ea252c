package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a node that asks nobody who they are to one that does. */
class FirstAccountTest {
  private static final String PASSWORD = "seven quiet orange boats";

  /** Once there is an account, nothing is open any more. */
  @RegisterExtension static final StudioNode STUDIO = StudioNode.ofItsOwn();

  private final Browser browser = STUDIO.browser();

  @Test
  void theFirstAccountLogsInWithAOneTimeCodeAndAnEndedSessionLosesNothing() {
    STUDIO.open("/settings/profile");
    browser.click("mp-setup-offer button.primary");
    browser.click("mp-setup-offer a.primary");
    browser.await("document.querySelector('mp-account-page [name=email]')");
    assertThat(browser.eval("location.hash")).as("the secret").isEqualTo("");
    browser.fill("[name=email]", "ada@example.org");
    browser.fill("[name=password]", PASSWORD);
    browser.press("Enter", 0);
    browser.await("document.querySelector('mp-account-page .note[role=status]')");
    logIn();

    STUDIO.open("/settings/security");
    browser.await("document.querySelector('form [autocomplete=username]')");
    assertThat(browser.eval("document.querySelector('form [autocomplete=username]').value"))
        .as("for keepers of passwords")
        .isEqualTo("ada@example.org");
    browser.fill("[name=password]", PASSWORD);
    browser.press("Enter", 0);
    browser.await("document.querySelector('img.qr')?.naturalWidth > 0");
    String secret = text("form:has([name=code])", "p.secret");
    browser.fill("[name=code]", code(secret));
    browser.press("Enter", 0);
    browser.await("document.querySelectorAll('.codes li').length > 5");
    String recovery = text(".codes li");

    // Ended from elsewhere in the middle of an edit: the dialog asks, and the edit goes on.
    STUDIO.open("/settings/profile");
    browser.fill("[name=name]", "Ada Lovelace");
    browser.eval(
        "fetch('/v1/me/sessions', {method: 'DELETE', headers: {Authorization:"
            + " 'Bearer ' + sessionStorage.getItem('moneyprinter-key')}}).then(r => r.status)");
    browser.press("Enter", 0);
    browser.await("document.querySelector('dialog [name=password]')");
    browser.fill("dialog [name=email]", "ada@example.org");
    browser.fill("dialog [name=password]", PASSWORD);
    browser.press("Enter", 0);
    browser.fill("dialog [name=code]", recovery);
    browser.press("Enter", 0);
    browser.await("!document.querySelector('dialog')");
    browser.await(
        "[...document.querySelectorAll('.toast')].some(t => t.textContent.includes('Saved'))");
    assertThat(browser.eval("document.querySelector('[name=name]').value"))
        .isEqualTo("Ada Lovelace");
  }

  private void logIn() {
    browser.await("document.querySelector('mp-account-page [name=password]')");
    browser.fill("[name=email]", "ada@example.org");
    browser.fill("[name=password]", PASSWORD);
    browser.press("Enter", 0);
    browser.await("location.pathname === '/' && sessionStorage.getItem('moneyprinter-key')");
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
