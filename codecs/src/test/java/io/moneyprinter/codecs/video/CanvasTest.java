package io.moneyprinter.codecs.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.json.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasTest {
  @ParameterizedTest
  @CsvSource({
    "9:16, 1080, 1920, 30", "portrait, 1080, 1920, 30", "16:9@60, 1920, 1080, 60",
    "Landscape@25, 1920, 1080, 25", "1:1, 1080, 1080, 30", "square@24, 1080, 1080, 24",
    "4:5, 1080, 1350, 30", "3:4@50, 1080, 1440, 50", "21:9, 2520, 1080, 30"
  })
  void aNameStandsForASize(String name, int width, int height, int fps) throws Exception {
    Canvas canvas = new Canvas(width, height, fps);
    String json = "\"" + name + "\"";

    assertThat(RecordJson.strict().readValue(json, Canvas.class)).isEqualTo(canvas);
    assertThat(RecordJson.wire().readValue(json, Canvas.class)).isEqualTo(canvas);
    byte[] cbor = RecordJson.cbor().writeValueAsBytes(canvas);
    assertThat(RecordJson.cbor().readValue(cbor, Canvas.class)).isEqualTo(canvas);
  }

  @Test
  void aSizeIsStillWrittenAndReadAsOne() throws Exception {
    String json = RecordJson.wire().writeValueAsString(Canvas.LANDSCAPE);

    assertThat(json).isEqualTo("{\"width\":1920,\"height\":1080,\"fps\":30}");
    assertThat(RecordJson.strict().readValue(json, Canvas.class)).isEqualTo(Canvas.LANDSCAPE);
    assertThatThrownBy(
            () -> RecordJson.strict().readValue("{\"width\":1920,\"height\":1080}", Canvas.class))
        .hasMessageContaining("fps");
    assertThatThrownBy(
            () ->
                RecordJson.strict()
                    .readValue("{\"width\":640,\"height\":360,\"fps\":30,\"x\":1}", Canvas.class))
        .hasMessageContaining("\"x\"");
  }

  @Test
  void anUnknownNameTellsTheKnownOnes() {
    assertThatThrownBy(() -> Canvas.named("5:4")).hasMessageContaining("9:16", "21:9", "@");
    assertThatThrownBy(() -> Canvas.named("16:9@")).hasMessageContaining("16:9");
    assertThatThrownBy(() -> Canvas.named("16:9@99")).hasMessageContaining("12 to 60");
  }

  @Test
  void aShapeIsNamedByItsRatioElseByItsSize() {
    assertThat(new Canvas(1280, 720, 30).shape()).isEqualTo("16x9");
    assertThat(new Canvas(270, 480, 30).shape()).isEqualTo("9x16");
    assertThat(new Canvas(1000, 720, 30).shape()).isEqualTo("1000x720");
  }
}
