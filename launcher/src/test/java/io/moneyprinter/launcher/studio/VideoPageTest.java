package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A video is watched while it is made, halted, finished, changed and made again. */
class VideoPageTest {
  private static final String BRIEF =
      """
      {"title": "Tea", "language": "en", "review": "storyboard", "seed": %d,
       "canvas": {"width": 360, "height": 640, "fps": 24}, "scenes": [
         {"narration": "A leaf fell into hot water, and somebody drank it after a while."},
         {"narration": "It came by ship, by camel, and at last by post to all of us."},
         {"narration": "Today it is everywhere, in more cups than anybody could count."}]}
      """;

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void aVideoPlaysWhileItIsMadeAndAnEditRendersOnlyWhatItTouches() {
    String id = STUDIO.api().create(BRIEF.formatted(System.nanoTime() % 1_000_000));
    Await.until(
        "the storyboard waits",
        Duration.ofSeconds(30),
        () -> "AWAITING".equals(STUDIO.api().stepState(id, "review")));
    STUDIO.open("/videos?q=tea");
    String card = "document.querySelector('.video[data-id=\"" + id + "\"]')";
    browser.await(card + "?.querySelector('.chip').textContent === 'Waits for you'");
    assertThat(browser.eval(card + ".querySelector('a.button').getAttribute('href')"))
        .isEqualTo("/videos/" + id + "/storyboard");
    STUDIO.open("/videos/" + id);
    browser.await("document.querySelector('#state')?.textContent === 'Waits for you'");
    browser.click("#do-approve");
    browser.await(
        "!document.querySelector('#do-approve') && !document.querySelector('#do-pause').disabled");
    browser.click("#do-pause");
    browser.await("document.querySelector('#state').textContent === 'Paused'");
    browser.reload();
    browser.await("document.querySelector('#do-resume')");
    browser.click("#do-resume");
    browser.await("document.querySelector('#state').textContent === 'In the making'");
    await("document.querySelector('mp-segment-map canvas')");
    await("document.querySelector('mp-live-player video:not([hidden])')?.buffered.length");
    assertThat(
            browser.eval(
                """
                (async () => { const film = document.querySelector('mp-live-player video');
                await film.play();
                while (!film.currentTime) await new Promise(requestAnimationFrame);
                return film.videoWidth; })()"""))
        .isEqualTo(360);
    await("document.querySelector('#film')?.readyState > 0");
    assertThat(
            browser.eval(
                "[...document.querySelectorAll('.files .cut')].map(f => f.textContent).join()"))
        .asString()
        .contains("video.mp4", "receipt.json");
    assertThat(browser.eval("document.querySelector('.log').textContent"))
        .asString()
        .contains("Ordered", "Paused", "Going on", "The video is ready");

    deletedAndTakenBack(id);

    browser.click("#do-edit");
    browser.await("document.querySelectorAll('mp-scene-card').length === 3");
    browser.await("document.querySelector('mp-scene-card mp-still img')?.naturalWidth > 0");
    browser.eval(
        "(() => { const t = document.querySelectorAll('mp-scene-card textarea')[2]; t.focus();"
            + " t.setSelectionRange(0, t.value.length) })()");
    browser.type("Today it is everywhere, and nobody could count all those cups.");
    browser.click("#render");
    browser.await("/videos\\/[^/]+$/.test(location.pathname)");
    await("document.querySelector('#film')");
    assertThat(browser.eval("location.pathname")).isNotEqualTo("/videos/" + id);
    await("document.querySelector('#segments .chip.info')");
    String[] counts =
        String.valueOf(
                browser.eval(
                    "(() => { const all = document.querySelector('mp-segment-map').segments;"
                        + " return [all.length, all.filter(s => s.state === 'done').length].join() })()"))
            .split(",");
    assertThat(Integer.parseInt(counts[1]))
        .as("of %s segments", counts[0])
        .isPositive()
        .isLessThan(Integer.parseInt(counts[0]));
  }

  /** From its own page; the message that undoes it leads back. */
  private void deletedAndTakenBack(String id) {
    browser.click("mp-video-page .head mp-menu button");
    browser.click("mp-video-page .menu .dangerous");
    browser.await("location.pathname === '/videos'");
    browser.await("document.querySelector('.toast button.plain')");
    browser.eval(
        "[...document.querySelectorAll('.toast button')].find(b => b.textContent === 'Undo').click()");
    browser.await("location.pathname === '/videos/" + id + "'");
    browser.await("document.querySelector('#do-share')");
  }

  @Test
  void aMapOfAHundredLiveSegmentsMovesSmoothly() {
    STUDIO.open("/videos/01a20409-87d5-76b2-a688-f2de9ffffd47");
    browser.await("document.querySelector('mp-video-page .empty a')");
    Object frames =
        browser.eval(
            """
            (async () => {
              const map = document.createElement('mp-segment-map');
              let all = Array.from({length: 100}, (_, index) => ({index, frames: 40 + index % 30, state: 'queued', progress: 0}));
              map.segments = all;
              document.querySelector('main').append(map);
              const count = async ms => {
                let frames = 0;
                const end = performance.now() + ms;
                while (performance.now() < end) {
                  await new Promise(requestAnimationFrame);
                  frames++;
                }
                return frames * 1000 / ms;
              };
              const idle = await count(1000);
              let turn = 0;
              const timer = setInterval(() => {
                turn++;
                all = all.map((one, at) => at < turn ? {...one, state: at % 3 ? 'done' : 'reused', progress: 1}
                  : at < turn + 8 ? {...one, state: 'running', progress: Math.min(1, one.progress + .1)} : one);
                map.segments = all;
              }, 20);
              const busy = await count(2000);
              clearInterval(timer);
              map.remove();
              return busy >= Math.min(50, idle * 0.8) ? '' : `${busy} frames a second, of ${idle}`;
            })()""");
    assertThat(frames).isEqualTo("");
  }

  /** A render takes a while on a busy machine. */
  private void await(String script) {
    Await.until(
        script,
        Duration.ofSeconds(90),
        () -> Boolean.TRUE.equals(browser.eval("Boolean(" + script + ")")));
  }
}
