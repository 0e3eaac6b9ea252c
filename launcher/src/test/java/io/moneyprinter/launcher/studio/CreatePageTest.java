package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.testsupport.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on which videos begin. */
class CreatePageTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  /** Answers as a node without a language model does, which the one of these tests has. */
  private static final String NO_MODEL =
      """
      (() => { const real = fetch; window.fetch = (path, how) => {
        const topic = path.endsWith('dryRun=true') && JSON.parse(how.body).topic;
        return topic ? Promise.resolve(Response.json({warnings: [{pointer: '/topic',
          message: 'A topic needs a language model.'}]})) : real(path, how) } })()""";

  private static String field(String name, String value) {
    return "mp-create-page input[name='%s'][value='%s']".formatted(name, value);
  }

  private void open(String part) {
    browser.click("mp-create-" + part + " summary");
    browser.await("document.querySelector('mp-create-%s details[open] .fold')".formatted(part));
  }

  private void write(String text) {
    browser.await("document.querySelector('#about')");
    browser.eval("document.querySelector('#about').focus()");
    browser.type(text);
  }

  private void awaitKind(String kind) {
    browser.await("document.querySelector(\"%s\").checked".formatted(field("kind", kind)));
  }

  @Test
  void aScriptIsEstimatedSurvivesARefreshAndBecomesAVideo() {
    STUDIO.open("/");
    browser.eval(NO_MODEL);
    write("Bees hum");
    awaitKind("topic");
    browser.await("document.querySelector('.note')?.textContent.includes('language model')");
    browser.type(". Honey lasts.");
    awaitKind("script");
    open("format");
    browser.eval(
        """
        (() => { const pixels = document.querySelector('mp-create-format select');
        pixels.value = '360'; pixels.dispatchEvent(new Event('change')); })()""");
    open("music");
    browser.click(field("music", "none"));
    open("footage");
    browser.click(field("footage", "drawn"));
    open("more");
    browser.click(field("quality", "draft"));
    browser.await("document.querySelector('dl.estimate[aria-busy=false] dd')?.textContent");
    assertThat(browser.eval("document.querySelector('dl.estimate').textContent").toString())
        .contains("Nothing");

    browser.reload();
    browser.await("document.querySelector('#about')?.value === 'Bees hum. Honey lasts.'");
    browser.await("document.querySelector('mp-create-format .now').textContent.includes('360p')");
    browser.eval("document.querySelector('#about').focus()");
    browser.press("Enter", 2);
    browser.await("location.pathname.startsWith('/videos/')");

    String id = String.valueOf(browser.eval("location.pathname.split('/')[2]"));
    JsonNode brief = STUDIO.api().video(id).path("brief");
    assertThat(brief.path("script").asText()).isEqualTo("Bees hum. Honey lasts.");
    assertThat(brief.path("canvas").path("height").asInt()).isEqualTo(640);
    assertThat(brief.path("materials").path("source").path(0).asText()).isEqualTo("generated");
    assertThat(STUDIO.api().awaitEnd(id, Duration.ofMinutes(2))).isEqualTo("COMPLETED");

    STUDIO.open("/?from=" + id);
    browser.await("document.querySelector('#about')?.value === 'Bees hum. Honey lasts.'");
    browser.await("location.search === ''");
    browser.await("document.querySelector('mp-create-music .now').textContent === 'None'");
  }

  @Test
  void twoTabsWriteAVideoEach() {
    String first = browser.tab();
    STUDIO.open("/");
    write("Why owls turn their heads");
    browser.await("localStorage.getItem('moneyprinter-draft-create')?.includes('owls')");
    String second = browser.tab();
    STUDIO.open("/");
    browser.await("document.querySelector('#about')?.value.startsWith('Why owls')"); // as begun
    browser.eval("document.querySelector('#about').select()");
    browser.type("Why foxes bark");
    browser.await("localStorage.getItem('moneyprinter-draft-create')?.includes('foxes')");

    browser.turn(first);
    browser.reload();
    browser.await("document.querySelector('#about')?.value === 'Why owls turn their heads'");
    browser.click(field("review", "scenes"));
    browser.click("mp-create-page .begin .primary");
    browser.await("location.pathname.startsWith('/videos/')");
    STUDIO.api().command(String.valueOf(browser.eval("location.pathname.split('/')[2]")), "cancel");
    assertThat(
            browser.eval("JSON.parse(sessionStorage['moneyprinter-draft-create']).value.form.text"))
        .isEqualTo("");

    browser.turn(second);
    browser.reload();
    browser.await("document.querySelector('#about')?.value === 'Why foxes bark'");
  }

  @Test
  void aLookIsSeenKeptUsedAgainAndToldAsAnApiCall() {
    STUDIO.open("/");
    write("<img src=x onerror=alert(1)> is only text. So is this.");
    browser.await("document.querySelector('.frame img')?.naturalWidth > 0");
    open("captions");
    browser.click(field("preset", "neon"));
    browser.await("document.querySelector('mp-create-captions .now').textContent === 'Neon'");
    browser.await("document.querySelector('.frame img')?.alt.startsWith('Preset neon')");
    assertThat(browser.eval("document.querySelectorAll('img[onerror]').length")).isEqualTo(0);

    browser.click("mp-create-page .head mp-menu button");
    browser.await("document.activeElement.role === 'menuitem'");
    browser.eval("document.activeElement.click()"); // Keep as a preset
    browser.await("document.querySelector('dialog input')");
    browser.type("Neon Nächte");
    browser.press("Enter", 0);
    browser.await("!document.querySelector('dialog')");
    assertThat(STUDIO.api().get("/v1/templates/neon-nachte").body())
        .contains("\"brief\":{\"captions\":{\"preset\":\"neon\"}}");

    browser.eval(
        "for (const kept of [localStorage, sessionStorage])"
            + " kept.removeItem('moneyprinter-draft-create')");
    STUDIO.open("/videos");
    STUDIO.open("/");
    browser.await("document.querySelector('mp-create-captions .now')?.textContent === 'Classic'");
    browser.click("mp-create-page .head mp-menu button");
    browser.await("document.querySelector('[role=menuitem]')?.textContent === 'Neon Nächte'");
    browser.eval("document.querySelector('[role=menuitem]').click()");
    browser.await("document.querySelector('mp-create-captions .now').textContent === 'Neon'");

    browser.click("mp-create-page .as-api");
    browser.await(
        "document.querySelector('dialog h3 ~ * pre')?.textContent.includes('\"preset\"')");
    assertThat(browser.eval("document.querySelector('dialog').textContent").toString())
        .contains("moneyprinter api POST /v1/videos --file brief.json", "/v1/videos?dryRun=true");
    browser.press("Escape", 0);
    browser.await("!document.querySelector('dialog')");
  }

  @Test
  void aVoiceIsHeardBeforeItIsChosenAndARefusalStandsAtItsField() {
    STUDIO.open("/");
    write("Words to say. More of them.");
    open("voice");
    browser.click(field("where", "offline"));
    browser.await("document.querySelector('.voice:nth-child(2)')");
    browser.click(".voice:nth-child(2) .hear");
    browser.await(
        "document.querySelector('.hear')?.isConnected &&"
            + " [...document.querySelectorAll('.hear')].some(b => b.ariaLabel.startsWith('Stop'))");
    browser.click(".voice:nth-child(2) input");
    browser.await("document.querySelector('mp-create-voice .now').textContent !== 'Automatic'");

    open("more");
    browser.eval(
        """
        (() => { const budget = document.querySelector('mp-create-more input[type=number]');
        budget.value = '-1'; budget.dispatchEvent(new Event('input')); })()""");
    browser.click("mp-create-more summary"); // folded again
    browser.click("mp-create-page .begin > button");
    browser.await("document.querySelector('mp-create-more details[open] .problem')");
    assertThat(browser.eval("location.pathname")).isEqualTo("/");
    assertThat(browser.eval("document.querySelector('.begin ~ .problem').textContent").toString())
        .contains("/budget");
  }
}
