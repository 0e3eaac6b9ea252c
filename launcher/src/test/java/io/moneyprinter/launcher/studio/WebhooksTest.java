package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.moneyprinter.testsupport.ProviderStub;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another system is told by HTTP, and whoever set it up sees how that went. */
class WebhooksTest {
  private static final String FIRST = "document.querySelector('.delivery') ";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();
  private final ProviderStub receiver = STUDIO.server();

  @Test
  void aWebhookIsAddedTriedReplayedGivenANewSecretAndRemoved() {
    receiver.otherwise(request -> request.response().setStatusCode(204).end());
    String secret = add();
    press("test");
    said("The test arrived");
    assertThat(receiver.last().headers().get("webhook-signature")).isEqualTo(signed(secret));
    assertThat(receiver.last().json().getString("type")).isEqualTo("webhook.test");

    browser.eval(card() + ".querySelector('a.button').click()");
    browser.await(FIRST + ".querySelector('.chip.good')");
    receiver.replies(500, "text/plain", Buffer.buffer("<b>Out</b> of order"));
    press("test");
    said("The test did not arrive");
    browser.await(FIRST + ".querySelector('summary .chip.bad')");
    browser.click(".delivery summary");
    browser.await(
        FIRST + ".querySelector('.attempts pre').textContent.includes('<b>Out</b> of order')");
    String failed = receiver.last().headers().get("webhook-id");
    browser.click(".delivery[open] .stack > div > button");
    browser.await(FIRST + ".querySelector('summary .chip.good')");
    assertThat(receiver.last().headers().get("webhook-id")).isEqualTo(failed);
    assertThat(browser.eval(FIRST + ".querySelectorAll('.attempts li').length")).isEqualTo(2);

    menu("New secret");
    browser.click("dialog .primary");
    String next = shownOnce();
    assertThat(next).isNotEqualTo(secret);
    browser.await(card() + ".querySelector('.note')");
    press("test");
    browser.await("document.querySelectorAll('.delivery').length === 3");
    assertThat(receiver.last().headers().get("webhook-signature").split(" "))
        .containsExactlyInAnyOrder(signed(secret), signed(next));

    menu("Remove");
    browser.click("dialog .danger");
    browser.await("document.querySelector('mp-webhooks') && !" + card());
  }

  /** Gives the secret. */
  private String add() {
    STUDIO.open("/notifications?part=webhooks");
    browser.click("mp-webhooks .primary");
    browser.await("document.activeElement.matches('dialog input[type=url]')");
    browser.type(receiver.address() + "/hook");
    browser.press("Enter", 0);
    String secret = shownOnce();
    browser.await(card());
    return secret;
  }

  private String shownOnce() {
    browser.await("document.querySelector('dialog .secret')");
    String secret = String.valueOf(browser.eval("document.querySelector('dialog .secret').value"));
    assertThat(secret).startsWith("whsec_");
    browser.click("dialog .primary");
    browser.await("!document.querySelector('dialog')");
    assertThat(STUDIO.api().get("/v1/webhooks").body()).doesNotContain(secret);
    return secret;
  }

  private String card() {
    return "[...document.querySelectorAll('.webhook')].find(c => c.textContent.includes('%s'))"
        .formatted(receiver.address());
  }

  private void press(String name) {
    browser.await("!" + card() + ".querySelector('button.quiet').disabled");
    browser.eval(card() + ".querySelector('button.quiet').click()");
  }

  private void menu(String item) {
    browser.eval(card() + ".querySelector('mp-menu button').click()");
    browser.await("document.querySelector('[role=menu]')");
    browser.eval(
        "[...document.querySelectorAll('[role=menu] button')]"
            + ".find(b => b.textContent.trim() === '%s').click()".formatted(item));
  }

  private void said(String text) {
    browser.await(
        "[...document.querySelectorAll('.toast')].some(t => t.textContent.includes('%s'))"
            .formatted(text));
  }

  /**
   * As the other side computes it.
   *
   * @see <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks</a>,
   *     "Signature scheme"
   */
  private String signed(String secret) {
    ProviderStub.Asked told = receiver.last();
    String content =
        told.headers().get("webhook-id")
            + "."
            + told.headers().get("webhook-timestamp")
            + "."
            + told.body();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
