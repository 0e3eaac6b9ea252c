package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Markup and scripts in fields, in addresses and in what is stored: pages show them as the text
 * that they are. No page asks anybody but its own node, and none tries what its policy forbids.
 */
class HostileTextTest {
  private static final String HOSTILE =
      "\"><img src=x onerror=hit=1><svg onload=hit=1></svg>${hit=1}</script>";

  private static final Pattern PARAMETER = Pattern.compile("\\.get\\('(\\w+)'\\)");

  /** What must not have come of it. */
  private static final String HIT =
      "'hit' in window || document.querySelector('img[src=x], svg[onload], [onerror]') !== null";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @BeforeEach
  void forget() {
    browser.requests().clear();
  }

  @Test
  void anAddressIsShownAsText() throws IOException {
    String hostile = encoded(HOSTILE);
    StringBuilder query = new StringBuilder("?hostile=").append(hostile);
    parameters().forEach(name -> query.append('&').append(name).append('=').append(hostile));
    STUDIO.open("/account");
    for (StudioPages.Address page : StudioPages.all()) {
      go(page.path() + query + "#" + hostile, "mp-" + page.page() + "-page");
    }
    go("/settings/" + hostile, "mp-settings-page");
    go("/videos/" + hostile, "main");
    go("/batches/" + hostile, "main");
    go("/nowhere/" + hostile, "main h2");
    onlyItsOwnNodeWasAsked();
  }

  /** As by the way back; asked for directly, the node's firewall refuses such an address anyway. */
  private void go(String address, String shown) {
    browser.eval(
        "history.pushState(null, '', %s); dispatchEvent(new PopStateEvent('popstate'))"
            .formatted(Browser.quoted(address)));
    browser.await("document.querySelector('%s')".formatted(shown));
    settled(address);
  }

  @Test
  void whatIsTypedIntoAnyFieldStaysText() {
    for (StudioPages.Address page : StudioPages.all()) {
      STUDIO.open(page.path());
      browser.await("!document.querySelector('.waiting')");
      browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
      browser.eval(
          """
          document.querySelectorAll('main input, main textarea').forEach(field => {
            if (['checkbox', 'radio', 'file', 'range', 'color', 'number', 'date', 'datetime-local', 'time'].includes(field.type)) return;
            field.value = %s;
            field.dispatchEvent(new Event('input', {bubbles: true}));
            field.dispatchEvent(new Event('change', {bubbles: true}));
          })"""
              .formatted(Browser.quoted(HOSTILE)));
      settled(page.path());
    }
    onlyItsOwnNodeWasAsked();
  }

  @Test
  void whatIsStoredIsShownAsText() {
    STUDIO.open("/settings/profile");
    send("PUT", "/v1/configs/hostile.value", "\"" + HOSTILE.replace("\"", "\\\"") + "\"");
    JsonObject named = new JsonObject().put("name", HOSTILE);
    send("POST", "/v1/service-accounts", named.encode());
    send("POST", "/v1/api-keys", named.encode());
    send(
        "PUT",
        "/v1/admin/providers/voices-kokoro",
        new JsonObject().put("settings", new JsonObject().put("model", HOSTILE)).encode());

    shown("/settings/values", "input");
    shown("/settings/team", "b");
    shown("/settings/keys", "b");
    shown("/settings/providers", "input");
    onlyItsOwnNodeWasAsked();
  }

  private void send(String method, String path, String body) {
    Object status =
        browser.eval(
            "fetch(%s, {method: %s, headers: {'Content-Type': 'application/json'}, body: %s}).then(r => r.status)"
                .formatted(Browser.quoted(path), Browser.quoted(method), Browser.quoted(body)));
    assertThat(((Number) status).intValue()).as(method + " " + path).isBetween(200, 299);
  }

  private void shown(String path, String where) {
    STUDIO.open(path);
    browser.await(
        "[...document.querySelectorAll('main %s')].some(e => (e.value ?? e.textContent).includes('onerror=hit=1'))"
            .formatted(where));
    settled(path);
  }

  private void settled(String path) {
    browser.eval("new Promise(done => setTimeout(done, 60))");
    assertThat(browser.eval(HIT)).as(path).isEqualTo(false);
  }

  private void onlyItsOwnNodeWasAsked() {
    assertThat(browser.requests())
        .extracting(request -> URI.create(request.getString("url").replaceAll("[?#].*", "")))
        .allSatisfy(
            url ->
                assertThat(
                        List.of("data", "blob").contains(url.getScheme())
                            || url.toString().startsWith(STUDIO.origin()))
                    .as(url.toString())
                    .isTrue());
  }

  /** Every parameter that any page reads from its address. */
  private static TreeSet<String> parameters() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (StudioSources.Source source : StudioSources.all()) {
      PARAMETER.matcher(source.text()).results().forEach(found -> names.add(found.group(1)));
    }
    return names;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
