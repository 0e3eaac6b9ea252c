package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Takes the pictures of {@code docs/images/studio}, every page on a desk and on a phone, with a few
 * videos and materials as somebody has them after a day: {@code mvn -pl launcher -am test
 * -Dtest=StudioPictures -Dstudio.pictures=docs/images/studio}.
 */
@EnabledIfSystemProperty(named = "studio.pictures", matches = ".+")
class StudioPictures {
  private static final List<String> SCRIPTS =
      List.of(
          "Why honey never spoils|Honey never spoils. Bees made it so dry that nothing can live in"
              + " it.\n\nJars from old tombs are still sweet.",
          "The city that moved|In Kiruna a whole town is moving. House by house, it leaves the"
              + " mine.\n\nThe church went last, on wheels.",
          "How tides begin|The moon pulls at the sea. Twice a day the water answers.\n\nThe sun"
              + " helps a little.",
          "Coffee, a journey|A cherry ripens on a hill. Its seed crosses an ocean.\n\nThen it wakes"
              + " you up.",
          "What owls hear|An owl hears a mouse under snow. Its ears sit at different heights.");

  /** The poster of a video becomes a material of one's own. */
  private static final String KEEP =
      """
      (async (video, name) => {
        const {files} = await (await fetch('/v1/videos/' + video + '/files')).json();
        const body = await (await fetch(files.find(one => one.name === 'poster.jpg').href)).blob();
        return (await fetch('/v1/materials?name=' + encodeURIComponent(name),
          {method: 'POST', body, headers: {'Content-Type': 'image/jpeg'}})).status;
      })(%s, %s)""";

  private static final String TABLE =
      """
      title,script,rate
      Why rain smells,Rain wakes the soil. Oils rise with it.,1
      How bees vote,Bees dance for a home. The longest dance wins.,99
      """;

  @RegisterExtension static final StudioNode STUDIO = StudioNode.ofItsOwn();
  private final Browser browser = STUDIO.browser();
  private final Path folder = Path.of(System.getProperty("studio.pictures", ".")).toAbsolutePath();

  @Test
  void everyPageIsTaken() throws IOException {
    Files.createDirectories(folder);
    browser.call("Emulation.setScrollbarsHidden", new JsonObject().put("hidden", true));
    List<String> videos = SCRIPTS.stream().map(StudioPictures::video).toList();
    videos.forEach(id -> STUDIO.api().awaitEnd(id, Duration.ofMinutes(3)));
    STUDIO.open("/videos");
    for (int i = 0; i < videos.size(); i++) {
      String name = SCRIPTS.get(i).split("[|]")[0] + ".jpg";
      browser.eval(KEEP.formatted(Browser.quoted(videos.get(i)), Browser.quoted(name)));
    }
    both("/videos/" + videos.get(0), "video");
    both("/videos/" + videos.get(0) + "/storyboard", "storyboard");
    for (StudioPages.Address page : StudioPages.all()) {
      if (!page.path().contains("00000000")) { // a video that is not there is nothing to show
        both(page.path(), page.name());
      }
    }
    severalAreChosen();
    aTableIsChecked();
    germanAtNight();
    assertThat(folder.resolve("settings-providers.webp")).isNotEmptyFile();
  }

  private static String video(String script) {
    String[] said = script.split("[|]");
    return STUDIO
        .api()
        .create(
            new JsonObject()
                .put("title", said[0])
                .put("script", said[1])
                .put("language", "en")
                .put("canvas", new JsonObject().put("width", 540).put("height", 960).put("fps", 24))
                .encode());
  }

  private void both(String address, String name) throws IOException {
    browser.size(1280, 800);
    STUDIO.open(address);
    browser.await("!document.querySelector('.waiting, .waiting-tiles')");
    take(name);
    browser.size(390, 844);
    take(name + "-phone");
  }

  private void severalAreChosen() throws IOException {
    for (String page : List.of("videos", "materials")) {
      browser.size(1280, 800);
      STUDIO.open("/" + page);
      for (int at : new int[] {1, 3}) {
        String box = "document.querySelectorAll('.pick input')[%d]".formatted(at);
        browser.await(box);
        browser.eval(box + ".click()");
      }
      take(page + "-selected");
      browser.size(390, 844);
      take(page + "-selected-phone");
    }
  }

  private void aTableIsChecked() throws IOException {
    browser.size(1280, 800);
    STUDIO.open("/batches");
    browser.click("[data-new], .empty button");
    browser.await("document.querySelector('textarea')");
    browser.eval("document.querySelector('textarea').focus()");
    browser.type(TABLE);
    browser.eval(
        "[...document.querySelectorAll('button')].find(b => b.textContent === 'Check').click()");
    browser.await("document.querySelector('.preview .wrong')");
    browser.eval("document.querySelector('.preview').scrollIntoView({block: 'end'})");
    take("batches-table");
  }

  private void germanAtNight() throws IOException {
    browser.eval(
        "localStorage.setItem('moneyprinter-language', 'de'),"
            + " localStorage.setItem('moneyprinter-theme', 'dark'),"
            + " document.cookie = 'moneyprinter-language=de; path=/'");
    for (String name : List.of("create", "videos", "materials", "dashboard")) {
      both(name.equals("create") ? "/" : "/" + name, name + "-night");
    }
  }

  private void take(String name) throws IOException {
    browser.eval("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 400)))");
    browser.await("[...document.images].every(one => one.complete)");
    browser.await("[...document.querySelectorAll('video')].every(one => one.networkState !== 2)");
    JsonObject shot =
        browser.call(
            "Page.captureScreenshot", new JsonObject().put("format", "webp").put("quality", 75));
    Files.write(folder.resolve(name + ".webp"), Base64.getDecoder().decode(shot.getString("data")));
  }
}
