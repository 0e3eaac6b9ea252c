package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operators see and do. */
class DashboardPageTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();

  /** The page with the element fed by hand: twenty nodes that all talk to each other. */
  private static final String TWENTY =
      """
      (async () => {
        const map = document.querySelector('mp-cluster-map');
        const nodes = Array.from({length: 20}, (_, i) => ({id: `n${i}`, name: `node-${i}`,
          state: 'SERVING', roles: [{role: 'video', instances: 1}],
          health: {status: 'healthy', failing: {}}, load: {cpu: .4}}));
        const edges = nodes.flatMap((a, i) => nodes.map((b, j) => ({from: a.id, to: b.id,
          perSecond: (i * 7 + j * 3) % 60})));
        const count = async () => {
          let frames = 0;
          const end = performance.now() + 1000;
          for (; performance.now() < end; frames++) await new Promise(requestAnimationFrame);
          return frames;
        };
        const place = map.parentNode;
        map.remove();
        const idle = await count();
        const fed = document.createElement('mp-cluster-map');
        Object.assign(fed, {nodes, edges});
        place.replaceChildren(fed);
        await new Promise(r => setTimeout(r, 500));
        const picture = () => [...fed.querySelectorAll('canvas')].map(c => c.toDataURL()).join();
        const before = picture();
        const frames = Math.max(await count(), await count()); // the machine may have been busy with other things
        const spots = [...fed.querySelectorAll('.spot')].map(s => s.getBoundingClientRect());
        const apart = spots.every((a, i) => spots.every((b, j) => i >= j || a.right <= b.left
          || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
        return JSON.stringify({shown: spots.length, apart, frames, idle, moved: picture() !== before});
      })()
      """;

  /** What the node would answer that had given up two tasks. */
  private static final String LETTERS =
      """
      (() => {
        const real = fetch;
        window.told = [];
        const letter = id => ({id, queue: 'video.encode', ticket: `t-${id === 'a' ? 1 : 2}`, priority: 3,
          deliveries: 5, reason: '<b>It</b> died', at: new Date().toISOString()});
        window.fetch = (path, options) => {
          if (!path.startsWith('/v1/admin/dead-letters')) return real(path, options);
          if (options.body) told.push([path, JSON.parse(options.body)]);
          const body = options.body ? {count: 1} : {deadLetters: ['a', 'b'].map(letter)};
          return Promise.resolve(new Response(JSON.stringify(body)));
        };
        document.querySelector('mp-dead-letters').count = 2;
      })()""";

  private static final String APART =
      "(spots => spots.every((a, i) => spots.every((b, j) => i >= j || a.right <= b.left || b.right"
          + " <= a.left || a.bottom <= b.top || b.bottom <= a.top)))([..."
          + "document.querySelectorAll('mp-cluster-map .spot')].map(s => s.getBoundingClientRect()))";

  private static final String COUNT =
      "[...document.querySelectorAll('.roles li')].find(l => l.textContent.includes('config'))"
          + "?.querySelector('.count').textContent";

  private final Browser browser = STUDIO.browser();

  /** The only one. */
  private JsonObject node() {
    return new JsonObject(STUDIO.api().get("/v1/admin/cluster").body())
        .getJsonArray("nodes")
        .getJsonObject(0);
  }

  private String firstNode() {
    return node().getString("id");
  }

  @Test
  void theClusterIsSeenLiveAndAMapOfTwentyNodesMoves() {
    STUDIO.open("/dashboard");
    browser.await("document.querySelector('table.nodes tbody tr .chip.good')");
    browser.await("document.querySelectorAll('mp-cluster-map .spot').length === 12");
    assertThat(browser.eval("document.querySelector('table.nodes tbody').textContent").toString())
        .contains("serving", "all 12 roles", "%", "GB", node().getString("version"));
    browser.eval("window.first = document.querySelector('mp-dashboard-page').cluster.at");
    browser.await("document.querySelector('mp-dashboard-page').cluster.at !== first");
    browser.await("document.querySelectorAll('mp-charts canvas').length === 6");
    browser.await("document.querySelector('canvas[data-name=REQUESTS]').clientHeight > 100");
    browser.await("/\\d/.test(document.querySelector('canvas[data-name=REQUESTS]').ariaLabel)");
    browser.eval("document.querySelector('input[name=range]').click()");
    browser.await("location.search.includes('range=5m')");
    browser.eval("document.querySelectorAll('.over input')[0].click()"); // from services to nodes
    browser.await("document.querySelectorAll('mp-cluster-map .spot').length === 1");

    JsonObject seen = new JsonObject((String) browser.eval(TWENTY));

    assertThat(seen.getInteger("shown")).isEqualTo(20);
    assertThat(seen.getBoolean("apart")).as("no two lie over each other").isTrue();
    assertThat(seen.getBoolean("moved")).as("messages run along the ways").isTrue();
    // A machine that tests may be too busy for 50 frames of anything a second.
    assertThat(seen.getDouble("frames"))
        .as("frames of a page at rest: %s", seen.getDouble("idle"))
        .isGreaterThanOrEqualTo(Math.min(50, seen.getDouble("idle") * 0.8));
  }

  @Test
  void noServiceOfTheMapLiesOverAnotherWhateverItsWidth() {
    STUDIO.open("/dashboard");
    for (int width : new int[] {360, 780, 1280}) {
      browser.size(width, 900);
      browser.await("document.querySelectorAll('mp-cluster-map .spot').length === 12");
      browser.await(APART);
      assertThat((Integer) browser.eval("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      browser.await(
          "document.querySelector('.own mp-menu').getBoundingClientRect().right < innerWidth");
    }
  }

  @Test
  void whatTheQueueGaveUpIsPutBackOrThrownAway() {
    STUDIO.open("/dashboard");
    browser.await("document.querySelector('mp-dead-letters')?.updateComplete");
    browser.eval(LETTERS); // no task is given up in a test of seconds
    browser.await("document.querySelectorAll('mp-dead-letters li').length === 2");
    assertThat(browser.eval("document.querySelector('mp-dead-letters').textContent").toString())
        .contains("video.encode", "t-1", "<b>It</b> died", "after 5 tries");
    browser.click("mp-dead-letters li button");
    browser.await("document.querySelectorAll('mp-dead-letters li').length === 1");
    browser.click("mp-dead-letters li button:last-child");
    browser.await("document.activeElement.matches('dialog[open] button.danger')");
    browser.press("Enter", 0);
    browser.await("!document.querySelector('mp-dead-letters li')");
    assertThat(browser.eval("JSON.stringify(told)"))
        .isEqualTo(
            "[[\"/v1/admin/dead-letters/replay\",{\"ids\":[\"a\"]}],"
                + "[\"/v1/admin/dead-letters/drop\",{\"ids\":[\"b\"]}]]");
  }

  @Test
  void aRoleIsRunMoreOftenByKeyboardAfterAsking() {
    String node = firstNode();
    STUDIO.open("/dashboard/nodes/" + node);
    browser.await("document.querySelector('mp-node-page .roles li')");
    change("+", 2);
    change("−", 1);

    press("−"); // nobody else would do its work
    browser.await("document.activeElement.matches('dialog[open] button.danger')");
    browser.press("Enter", 0);
    browser.await("document.querySelector('.toast.bad')");
    assertThat(browser.eval(COUNT)).isEqualTo("1");
  }

  @Test
  void aNodeTellsWhatItRunsOnAndHolds() {
    STUDIO.open("/dashboard/nodes/" + firstNode());
    browser.await("document.querySelectorAll('mp-node-page .roles li').length === 12");
    browser.await("document.querySelector('mp-node-page').textContent.includes('libx264')");
    assertThat(browser.eval("document.querySelector('mp-node-page').textContent").toString())
        .contains("encode", "worker", "Linux", "cores", "audit.list", node().getString("version"));
    browser.await("document.querySelectorAll('.addresses tbody tr').length > 50");
    browser.click("input[type=search]");
    browser.type("content.");
    browser.await("document.querySelectorAll('.addresses tbody tr').length < 20");
    assertThat(
            browser.eval(
                "[...document.querySelectorAll('.addresses tbody tr')].every(row =>"
                    + " row.querySelector('th').textContent.includes('content.')"
                    + " && Number(row.querySelector('td').textContent) > 0)"))
        .isEqualTo(true);
  }

  private void change(String button, int then) {
    press(button);
    browser.await("document.activeElement.matches('dialog[open] button.primary')");
    browser.press("Enter", 0);
    browser.await(COUNT + " === '%d'".formatted(then));
    browser.await("!document.querySelector('.roles [aria-busy=true]')");
    browser.await("document.activeElement.matches('.roles button')");
  }

  /** With the role config. */
  private void press(String button) {
    browser.eval(
        "[...document.querySelectorAll('.roles button')].find(b => b.ariaLabel.includes('config')"
            + " && b.textContent.trim() === '%s').focus()".formatted(button));
    browser.press("Enter", 0);
  }

  @Test
  void aJobIsFoundAndItsGraphGoneThrough() {
    String id =
        STUDIO
            .api()
            .create(
                """
                {"title": "Dashboards <b>&</b> dials", "script": "One. Two.", "review": "storyboard",
                 "canvas": {"width": 128, "height": 224, "fps": 12}}
                """);
    browser.size(390, 800);
    STUDIO.open("/dashboard/jobs?search=dials");
    browser.await("document.querySelector('mp-jobs-page th a')?.textContent.includes('<b>&</b>')");
    assertThat((Boolean) browser.eval("document.documentElement.scrollWidth <= 390")).isTrue();
    browser.click("mp-jobs-page th a");
    browser.await("document.querySelector('mp-job-graph .step.warn')"); // it waits for somebody
    JsonObject job = new JsonObject(STUDIO.api().get("/v1/admin/jobs/" + id).body());
    JsonArray steps = job.getJsonArray("steps");
    assertThat(browser.eval("document.querySelectorAll('mp-job-graph .step').length"))
        .isEqualTo(steps.size());
    assertThat((Integer) browser.eval("document.querySelectorAll('mp-job-graph .way').length"))
        .as("every step but the first comes after another")
        .isGreaterThanOrEqualTo(steps.size() - 1);
    assertThat(browser.eval("document.querySelector('mp-job-page .ids').textContent").toString())
        .contains(id, job.getString("correlationId"));
    browser.eval("document.querySelector('mp-job-graph .step').focus()");
    browser.press("Enter", 0);
    browser.await("document.querySelector('mp-job-page tbody tr .chip.good')");
    assertThat(
            browser
                .eval("document.querySelector('mp-job-page tbody a').getAttribute('href')")
                .toString())
        .isEqualTo("/dashboard/nodes/" + firstNode());
    browser.await("document.querySelector('mp-job-page .history').textContent.includes('script')");

    STUDIO.open("/dashboard/jobs?search=dials&state=FAILED");
    browser.await("document.querySelector('mp-jobs-page .empty')");
    STUDIO.api().command(id, "cancel");
  }
}
