package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.ShippedFonts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleStripsTest {
  private final TitleStrips titles = new TitleStrips(ShippedFonts.book());

  @TempDir Path folder;

  @Test
  void theTitleStandsInTheUpperThirdAndCoversTheSegment() throws IOException {
    StripTrack track = draw("The goat that found coffee", 15, 240).orElseThrow();

    SafeArea safe = SafeArea.of(Canvas.PORTRAIT);
    assertThat(track.y()).isGreaterThanOrEqualTo(safe.top());
    assertThat(track.y() + track.height()).isLessThan(1920 / 2);
    assertThat(track.x()).isGreaterThanOrEqualTo(safe.left());
    assertThat(track.x() + track.width()).isLessThanOrEqualTo(safe.right());
    BigDecimal total =
        Files.readAllLines(track.list()).stream()
            .filter(line -> line.startsWith("duration "))
            .map(line -> new BigDecimal(line.substring(9)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(total).isEqualByComparingTo("8");
  }

  @Test
  void theTitleMakesRoomForCaptionsThatStandHigh() throws Exception {
    CaptionStyle high = RecordJson.strict().readValue("{\"offset\": 20}", CaptionStyle.class);
    StripTrack track =
        titles.draw(Canvas.PORTRAIT, high, "Room", "en", 15, 240, folder).orElseThrow();

    assertThat(track.y() + track.height() / 2).isBetween(900, 1050);
  }

  @Test
  void withoutATitleOrTimeThereIsNothing() {
    assertThat(draw(null, 0, 200)).isEmpty();
    assertThat(draw("  ", 0, 200)).isEmpty();
    assertThat(draw("Too short", 15, 40)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private Optional<StripTrack> draw(String title, int from, int frames) {
    return titles.draw(Canvas.PORTRAIT, CaptionStyle.DEFAULT, title, "en", from, frames, folder);
  }
}
