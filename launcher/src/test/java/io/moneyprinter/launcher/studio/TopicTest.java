package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a topic to a video that plays: at once, and by way of the storyboard. */
class TopicTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();

  /** How far a film has come, while it runs by itself. */
  private static final String PLAYED =
      """
      (async () => {
        const film = document.querySelector('#film');
        film.muted = true;
        await film.play();
        const begun = film.currentTime;
        const pictures = film.getVideoPlaybackQuality().totalVideoFrames;
        const until = performance.now() + 10000;
        while ((film.currentTime < begun + 0.4 || film.getVideoPlaybackQuality().totalVideoFrames < pictures + 3)
          && performance.now() < until) await new Promise(requestAnimationFrame);
        return [film.currentTime > begun, film.getVideoPlaybackQuality().totalVideoFrames > pictures,
          film.videoWidth, film.videoHeight, film.duration > 1].join();
      })()""";

  private final Browser browser = STUDIO.browser();

  @TempDir private Path downloads;

  @Test
  void aTopicAndEnterAreEnoughForAVideoThatPlaysAndIsSaved() {
    STUDIO.open("/");
    browser.await("document.activeElement?.id === 'about'");
    browser.type("Why the sky is blue");
    browser.press("Enter", 0);
    browser.await("location.pathname.startsWith('/videos/')");
    browser.await("document.querySelector('.steps')");
    await("document.querySelector('#film')?.readyState > 0");

    assertThat(browser.eval("document.querySelector('h1').textContent"))
        .isEqualTo("Why the sky is blue");
    assertThat(browser.eval(PLAYED)).isEqualTo("true,true,1080,1920,true");

    browser.call(
        "Browser.setDownloadBehavior",
        new JsonObject().put("behavior", "allow").put("downloadPath", downloads.toString()));
    browser.click("#do-download");
    long size = ((Number) browser.eval(SIZE)).longValue();
    Path saved = downloads.resolve("Why the sky is blue.mp4");
    Await.until("it is saved", Duration.ofSeconds(10), () -> saved.toFile().length() == size);
    assertThat(size).isGreaterThan(10_000);
  }

  @Test
  void theScenesAreLookedAtRewordedByTheModelAndApprovedFirst() {
    STUDIO.open("/");
    browser.eval(
        "localStorage.setItem('moneyprinter-draft-create', JSON.stringify({at: 0, value: {form:"
            + " {side: 360, fps: 24, music: {kind: 'none', mood: '', id: '', volume: -16}}}}))");
    STUDIO.open("/");
    browser.await("document.querySelector('#about')");
    browser.click("input[name=review][value=scenes]");
    browser.await("document.querySelector('.begin .primary').textContent.includes('storyboard')");
    browser.click("#about");
    browser.type("Blue skies");
    browser.press("Enter", 0);
    browser.await("location.pathname.startsWith('/videos/')");
    String id = String.valueOf(browser.eval("location.pathname.split('/')[2]"));
    await("document.querySelector('#do-look')");
    assertThat(browser.eval("document.querySelector('#state').textContent"))
        .isEqualTo("Waits for you");

    browser.await("Number(document.querySelector('mp-bell .count')?.textContent) > 0");
    browser.click("mp-bell button");
    browser.click("mp-bell a[href='/videos/" + id + "/storyboard']");
    browser.await("location.pathname.endsWith('/storyboard') && !document.querySelector('.inbox')");
    browser.await("document.querySelectorAll('mp-scene-card textarea').length === 2");

    browser.click("mp-scene-card .acts button:nth-of-type(2)");
    browser.await("document.activeElement.matches('dialog input')");
    browser.type("shorter");
    browser.press("Enter", 0);
    browser.await(
        "document.querySelector('.compare figure[role=status] blockquote').textContent === "
            + Browser.quoted(Writer.REWORDED));
    browser.click("dialog .actions .primary");
    browser.await(
        "document.querySelector('mp-scene-card textarea').value === "
            + Browser.quoted(Writer.REWORDED));
    browser.click("#render");
    browser.await("location.pathname === '/videos/" + id + "'");
    await("document.querySelector('#film')?.readyState > 0");
    assertThat(browser.eval(PLAYED)).isEqualTo("true,true,360,640,true");
    assertThat(STUDIO.api().get("/v1/videos/" + id + "/files/captions.srt").body())
        .contains("Short blue")
        .doesNotContain("Air scatters");
  }

  private static final String SIZE =
      "fetch(document.querySelector('#film').src, {method: 'HEAD'})"
          + ".then(r => Number(r.headers.get('Content-Length')))";

  /** A render takes a while on a busy machine. */
  private void await(String script) {
    Await.until(
        script,
        Duration.ofSeconds(90),
        () -> Boolean.TRUE.equals(browser.eval("Boolean(" + script + ")")));
  }
}
