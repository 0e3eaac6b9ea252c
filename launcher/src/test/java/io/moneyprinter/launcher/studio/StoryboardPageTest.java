package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenes are edited in a real browser against a real node, and nothing that was typed is lost. */
class StoryboardPageTest {
  private static final String BRIEF =
      """
      {"title": "Coffee", "language": "en", "review": "storyboard", "seed": %d,
       "canvas": {"width": 128, "height": 224, "fps": 12}, "scenes": [
         {"narration": "Goats found it.", "terms": ["goat"]},
         {"narration": "Monks boiled it.", "terms": ["pot"]},
         {"narration": "Ships carried it.", "terms": ["ship"]}]}
      """;

  /** In the order in which they stand on the page. */
  private static final String TOLD =
      "[...document.querySelectorAll('mp-scene-card textarea')].map(t => t.value).join(' | ')";

  private static final String SAVED =
      "document.querySelector('.bar .chip.good')?.textContent === 'Saved'";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();
  private String id;

  @BeforeEach
  void order() {
    id = STUDIO.api().create(BRIEF.formatted(System.nanoTime() % 1_000_000));
    Await.until(
        "the storyboard waits",
        Duration.ofSeconds(30),
        () -> "AWAITING".equals(STUDIO.api().stepState(id, "review")));
    openStoryboard();
  }

  /** Nobody approves it; what waits for ever would be in the way of other tests. */
  @AfterEach
  void callOff() {
    browser.offline(false);
    if (!STUDIO.api().state(id).equals("COMPLETED")) {
      STUDIO.api().command(id, "cancel");
    }
  }

  private void openStoryboard() {
    STUDIO.open("/videos/" + id + "/storyboard");
    browser.await("document.querySelectorAll('mp-scene-card textarea').length >= 3");
  }

  @Test
  void theLogicHolds() throws IOException {
    String script;
    try (InputStream in = getClass().getResourceAsStream("storyboard-logic.js")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Object failed =
        browser.eval(
            """
            (async () => {
              const shell = document.querySelector('script[type=module]').src;
              const run = %s;
              return (await run(path => import(new URL('../pages/' + path, shell)))).join('; ');
            })()"""
                .formatted(script.substring(script.indexOf("async load"))));
    assertThat(failed).isEqualTo("");
  }

  @Test
  void scenesAreWrittenMovedCutAndJoinedByKeyboardAndUndoneEvenAfterARefresh() {
    write(0, " Long ago.");
    browser.press("ArrowDown", 1);
    browser.await(TOLD + " === 'Monks boiled it. | Goats found it. Long ago. | Ships carried it.'");
    browser.await("document.querySelector('#said').textContent.includes('place 2 of 3')");
    assertThat(browser.eval("document.activeElement.value")).isEqualTo("Goats found it. Long ago.");

    browser.eval("document.activeElement.setSelectionRange(15, 15)");
    browser.press("Enter", 2);
    browser.await(
        TOLD + " === 'Monks boiled it. | Goats found it. | Long ago. | Ships carried it.'");
    browser.reload();
    browser.await("document.querySelectorAll('mp-scene-card textarea').length === 4");
    browser.press("z", 2);
    browser.await(TOLD + ".includes('Goats found it. Long ago.')");
    browser.press("z", 2);
    browser.await(TOLD + ".startsWith('Goats found it. Long ago. | Monks')");
    browser.press("y", 2);
    browser.await(TOLD + ".startsWith('Monks')");

    browser.await(SAVED);
    assertThat(scenes())
        .containsExactly("Monks boiled it.", "Goats found it. Long ago.", "Ships carried it.");
  }

  @Test
  void aSceneIsDraggedByItsGrip() {
    browser.eval("scrollTo(0, 0)");
    String[] at =
        String.valueOf(
                browser.eval(
                    """
                    (() => { const cards = document.querySelectorAll('mp-scene-card');
                    const grip = cards[0].querySelector('.grip').getBoundingClientRect();
                    const last = cards[2].getBoundingClientRect();
                    return [grip.x + 8, grip.y + 8, last.bottom - 8].join() })()"""))
            .split(",");
    double x = Double.parseDouble(at[0]);
    double from = Double.parseDouble(at[1]);
    double to = Double.parseDouble(at[2]);
    browser.mouse("mousePressed", x, from);
    for (int i = 1; i <= 6; i++) {
      browser.mouse("mouseMoved", x, from + (to - from) * i / 6);
    }
    browser.mouse("mouseReleased", x, to);
    browser.await(TOLD + " === 'Monks boiled it. | Ships carried it. | Goats found it.'");
    browser.await(SAVED);
    assertThat(scenes()).last().isEqualTo("Goats found it.");
  }

  @Test
  void whatTwoTabsAndSomebodyElseChangeIsAllThereInTheEnd() {
    String first = browser.tab();
    openStoryboard();
    String second = browser.tab();
    openStoryboard();
    write(1, " Twice.");
    browser.turn(first);
    write(2, " Far.");
    browser.await(
        TOLD + " === 'Goats found it. | Monks boiled it. Twice. | Ships carried it. Far.'");
    browser.turn(second);
    browser.await(
        TOLD + " === 'Goats found it. | Monks boiled it. Twice. | Ships carried it. Far.'");
    browser.await(SAVED);

    // Somebody else is quicker by a moment, and with the same scene.
    browser.eval(
        """
        (async () => {
          const path = '/v1/videos/%s/storyboard';
          const board = await (await fetch(path)).json();
          board.scenes[0].scene.narration = 'Sheep found it.';
          await fetch(path, {method: 'PUT', headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({scenes: board.scenes})});
        })()"""
            .formatted(id));
    write(0, " Really.");
    browser.await(
        "document.querySelector('.conflict blockquote')?.textContent === 'Sheep found it.'");
    browser.eval("[...document.querySelectorAll('.conflict button')].at(-1).click()");
    browser.await(TOLD + ".startsWith('Goats found it. Really. | Sheep found it. | Monks')");
    browser.await(SAVED);
    assertThat(scenes()).contains("Goats found it. Really.", "Sheep found it.");
  }

  @Test
  void whatIsTypedWithoutANetworkOrALoginIsSentLater() {
    browser.offline(true);
    write(0, " Offline.");
    browser.await("document.querySelector('.bar .chip.warn')");
    browser.offline(false);
    browser.await(SAVED);
    assertThat(scenes()).first().isEqualTo("Goats found it. Offline.");

    // From now on the node wants a login; any key will do.
    browser.eval(
        """
        (() => { const real = fetch; window.fetch = (path, options = {}) => {
          const {Authorization, ...headers} = options.headers ?? {};
          return options.method === 'PUT' && !Authorization
            ? Promise.resolve(new Response('{}', {status: 401})) : real(path, {...options, headers}); } })()""");
    write(1, " Again.");
    browser.await("document.querySelector('dialog #sign-in')");
    browser.eval("document.querySelector('dialog p.hint button.plain').click()");
    browser.click("dialog input[name=key]");
    browser.type("mp_key");
    browser.press("Enter", 0);
    browser.await("!document.querySelector('dialog')");
    browser.await(SAVED);
    assertThat(scenes()).contains("Monks boiled it. Again.");
  }

  @Test
  void aSceneShowsAFileOfItsOwnersAndForgetsItByUndo() {
    Object own =
        browser.eval(
            """
            (async () => {
              const canvas = Object.assign(document.createElement('canvas'), {width: 90, height: 160});
              canvas.getContext('2d').fillRect(9, 9, 40, 80);
              const form = new FormData();
              form.append('title', 'Untold');
              form.append('file', await new Promise(done => canvas.toBlob(done)), 'untold.png');
              const made = await fetch('/v1/materials', {method: 'POST', body: form, headers: {'X-Requested-With': 'test'}});
              return (await made.json()).id; })()""");
    browser.click("mp-scene-card .shown");
    browser.await("document.querySelectorAll('dialog .choice input').length === 2");
    browser.eval("document.querySelectorAll('dialog .choice input')[1].click()");
    browser.await("document.querySelector('dialog .own-clip[data-id=\"" + own + "\"]')");
    browser.eval("document.querySelector('dialog .own-clip[data-id=\"" + own + "\"]').click()");
    browser.await(
        "document.querySelector('mp-scene-card .shown').textContent.includes('Your file')");
    browser.await("document.querySelector('mp-scene-card .shown img')?.naturalWidth > 0");
    browser.await(SAVED);
    assertThat(STUDIO.api().get("/v1/videos/" + id + "/storyboard").body())
        .contains("library:" + own);
    browser.press("z", 2);
    browser.await(
        "!document.querySelector('mp-scene-card .shown').textContent.includes('Your file')");
    browser.await(SAVED);
  }

  /** Adds to the words of a scene as a keyboard does. */
  private void write(int place, String words) {
    browser.eval(
        """
        (() => { const field = document.querySelectorAll('mp-scene-card textarea')[%d];
        field.focus(); field.setSelectionRange(field.value.length, field.value.length) })()"""
            .formatted(place));
    browser.type(words);
  }

  /** What the node has. */
  private List<String> scenes() {
    try {
      JsonNode board =
          RecordJson.wire().readTree(STUDIO.api().get("/v1/videos/" + id + "/storyboard").body());
      return board.path("scenes").findValuesAsText("narration");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
