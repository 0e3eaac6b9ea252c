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
        const fed = document.createElement('mp-cluster-map');
        Object.assign(fed, {nodes, edges});
        map.parentNode.replaceChildren(fed);
        await new Promise(r => setTimeout(r, 500));
        const times = [];
        await new Promise(done => {
          const begun = performance.now();
          const step = now => (times.push(now), now - begun < 2000 ? requestAnimationFrame(step) : done());
          requestAnimationFrame(step);
        });
        const spots = [...fed.querySelectorAll('.spot')].map(s => s.getBoundingClientRect());
        const apart = spots.every((a, i) => spots.every((b, j) => i >= j || a.right <= b.left
          || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
        return JSON.stringify({shown: spots.length, apart,
          frames: (times.length - 1) * 1000 / (times.at(-1) - times[0])});
      })()
      """;

  private final Browser browser = STUDIO.browser();

  private String firstNode() {
    return new JsonObject(STUDIO.api().get("/v1/admin/cluster").body())
        .getJsonArray("nodes")
        .getJsonObject(0)
        .getString("id");
  }

  @Test
  void theClusterIsSeenLiveAndAMapOfTwentyNodesMoves() {
    STUDIO.open("/dashboard");
    browser.await("document.querySelector('table.nodes tbody tr .chip.good')");
    browser.await("document.querySelectorAll('mp-cluster-map .spot').length === 12");
    browser.await("document.querySelector('mp-charts canvas')?.clientHeight > 0");
    browser.eval("document.querySelectorAll('.over input')[0].click()"); // from services to nodes
    browser.await("document.querySelectorAll('mp-cluster-map .spot').length === 1");

    JsonObject seen = new JsonObject((String) browser.eval(TWENTY));

    assertThat(seen.getInteger("shown")).isEqualTo(20);
    assertThat(seen.getBoolean("apart")).as("no two lie over each other").isTrue();
    // How smoothly is measured on a quiet machine (docs/dashboard.md); one that tests is not quiet.
    assertThat(seen.getDouble("frames")).as("it moves").isPositive();
  }

  @Test
  void aRoleIsRunMoreOftenByKeyboardAfterAsking() {
    String node = firstNode();
    STUDIO.open("/dashboard/nodes/" + node);
    browser.await("document.querySelector('mp-node-page .roles li')");
    change("+", 2);
    change("−", 1);
  }

  private void change(String button, int then) {
    browser.eval(
        "[...document.querySelectorAll('.roles button')].find(b => b.ariaLabel.includes('config')"
            + " && b.textContent.trim() === '%s').focus()".formatted(button));
    browser.press("Enter", 0);
    browser.await("document.activeElement.matches('dialog[open] button.primary')");
    browser.press("Enter", 0);
    browser.await(
        "[...document.querySelectorAll('.roles li')].find(l => l.textContent.includes('config'))"
            + "?.querySelector('.count').textContent === '%d'".formatted(then));
    browser.await("!document.querySelector('.roles [aria-busy=true]')");
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
    browser.await("document.querySelectorAll('mp-job-graph .step').length > 8");
    browser.await("document.querySelectorAll('mp-job-graph .way').length > 8");
    browser.eval("document.querySelector('mp-job-graph .step').focus()");
    browser.press("Enter", 0);
    browser.await("document.querySelector('mp-job-page tbody tr')");
    assertThat(browser.eval("location.pathname")).isEqualTo("/dashboard/jobs/" + id);
    JsonArray events =
        new JsonObject(STUDIO.api().get("/v1/admin/jobs/" + id).body()).getJsonArray("events");
    assertThat(events).isNotEmpty();
  }
}
