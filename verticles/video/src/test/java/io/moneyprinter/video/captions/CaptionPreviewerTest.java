package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionPreset;
import io.moneyprinter.codecs.video.CaptionPresets;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionPreviewerTest {
  private static final Canvas CANVAS = new Canvas(270, 480, 30);
  private static final FontBook FONTS = ShippedFonts.book();

  private final CaptionPreviewer previewer = new CaptionPreviewer(FONTS);
  private final SafeAreaCheck check = new SafeAreaCheck(FONTS);

  @Test
  void everyPresetHasAPictureOfItsOwn() {
    Set<Integer> pictures = new HashSet<>();
    for (CaptionPreset preset : CaptionPresets.all()) {
      CaptionPreviewer.Preview preview = draw(Map.of("preset", preset.name()), null, "en");
      assertThat(preview.image().getWidth()).isEqualTo(270);
      assertThat(preview.description()).contains(preset.name()).contains("Goats");
      assertThat(preview.warnings()).as(preset.name()).isEmpty();
      pictures.add(Arrays.hashCode(pixels(preview.image())));
    }
    assertThat(pictures).hasSameSizeAs(CaptionPresets.all());
  }

  @Test
  void aWordIsBeingSpoken() {
    CaptionPreviewer.Preview preview =
        draw(Map.of("mode", "boxed", "highlight", "#00FF00"), "One two three.", "en");

    assertThat(preview.description())
        .isEqualTo("A caption, mode boxed: One two three., while \"two\" is spoken");
    assertThat(pixels(preview.image())).contains(0xff00ff00);
  }

  @Test
  void nothingIsBehindOneThatIsLaidOverAPicture() {
    BufferedImage image =
        previewer.draw(new PreviewCaptions(style(Map.of()), null, CANVAS, "en", true)).image();

    assertThat(image.getRGB(0, 0)).isZero();
    assertThat(Arrays.stream(pixels(image)).filter(pixel -> pixel >>> 24 == 255).count())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ja", "ko", "ar", "he", "hi", "th", "ru", "xx"})
  void thereIsASampleInEveryLanguage(String language) {
    assertThat(draw(Map.of(), null, language).warnings()).isEmpty();
  }

  @Test
  void whatCannotBeDrawnIsRefusedWhereItStands() {
    assertThatThrownBy(() -> draw(Map.of("preset", "noen"), null, "en"))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure ->
                assertThat(failure.violations().get(0).pointer()).isEqualTo("/style/preset"));
    assertThatThrownBy(() -> draw(Map.of(), "x".repeat(501), "en"))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("500");
    assertThatThrownBy(() -> draw(Map.of(), Character.toString(0x10FFFD), "en"))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("No font here");
  }

  @Test
  void aCaptionForOnePlatformIsMeasuredAgainstAnother() {
    CaptionStyle low = style(Map.of("safeArea", "none"));
    Caption caption = CaptionOptionsTest.caption(0, 20, "right", "at", "the", "bottom");

    assertThat(check.check(CANVAS, low, List.of(caption))).isEmpty();
    assertThat(check.check(CANVAS, low, List.of(caption), CaptionStyle.Platform.TIKTOK))
        .singleElement()
        .isInstanceOfSatisfying(
            SafeAreaCheck.Outside.class,
            outside -> {
              assertThat(outside.edge()).isEqualTo(SafeAreaCheck.Edge.BOTTOM);
              assertThat(outside.pixels()).isGreaterThan(0.15 * 480);
              assertThat(outside.sentence())
                  .startsWith("Caption 1 reaches ")
                  .contains("bottom edge of what is free on tiktok");
            });
    assertThat(
            check.check(
                CANVAS,
                style(Map.of("safeArea", "none", "enabled", false)),
                List.of(caption),
                CaptionStyle.Platform.ALL))
        .isEmpty();
  }

  @Test
  void aWordThatHadToShrinkIsTold() {
    assertThat(
            check.check(
                CANVAS,
                style(Map.of("size", 16)),
                List.of(
                    CaptionOptionsTest.caption(
                        0, 20, "Donaudampfschifffahrtsgesellschaftskapitän"))))
        .singleElement()
        .isInstanceOfSatisfying(
            SafeAreaCheck.TooSmall.class, small -> assertThat(small.share()).isBetween(0.05, 0.5));
  }

  private CaptionPreviewer.Preview draw(Map<String, Object> style, String text, String language) {
    return previewer.draw(new PreviewCaptions(style(style), text, CANVAS, language));
  }

  private static CaptionStyle style(Map<String, Object> fields) {
    return RecordJson.strict().convertValue(fields, CaptionStyle.class);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
