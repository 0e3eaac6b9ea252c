package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Takes the pictures of {@code docs/images/studio}, every page on a desk and on a phone: {@code mvn
 * -pl launcher -am test -Dtest=StudioPictures -Dstudio.pictures=docs/images/studio}.
 */
@EnabledIfSystemProperty(named = "studio.pictures", matches = ".+")
class StudioPictures {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void everyPageIsTaken() throws IOException {
    Path folder = Path.of(System.getProperty("studio.pictures")).toAbsolutePath();
    Files.createDirectories(folder);
    browser.call("Emulation.setScrollbarsHidden", new JsonObject().put("hidden", true));
    for (StudioPages.Address page : StudioPages.all()) {
      if (page.path().contains("00000000")) {
        continue; // a video that is not there is nothing to show
      }
      browser.size(1280, 800);
      STUDIO.open(page.path());
      browser.await("!document.querySelector('.waiting')");
      take(folder.resolve(page.name() + ".webp"));
      browser.size(390, 844);
      take(folder.resolve(page.name() + "-phone.webp"));
    }
    assertThat(folder.resolve("settings-providers.webp")).isNotEmptyFile();
  }

  private void take(Path file) throws IOException {
    browser.eval("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 300)))");
    JsonObject shot =
        browser.call(
            "Page.captureScreenshot", new JsonObject().put("format", "webp").put("quality", 70));
    Files.write(file, Base64.getDecoder().decode(shot.getString("data")));
  }
}
