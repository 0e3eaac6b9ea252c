package io.moneyprinter.codecs.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import org.junit.jupiter.api.Test;

class CaptionPresetsTest {
  @Test
  void everyPresetIsAGoodStyleWithANameOfItsOwn() {
    assertThat(CaptionPresets.all()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(CaptionPresets.all()).extracting(CaptionPreset::name).doesNotHaveDuplicates();
    assertThat(CaptionPresets.all()).extracting(CaptionPreset::style).doesNotHaveDuplicates();
    assertThat(CaptionPresets.all())
        .allSatisfy(
            preset -> {
              assertThat(preset.description()).endsWith(".");
              assertThat(CaptionRules.violations(preset.style(), "")).isEmpty();
              assertThat(preset.style().preset()).isNull();
            });
  }

  @Test
  void aPresetFillsWhatIsAbsentAndNothingElse() throws Exception {
    CaptionStyle preset = CaptionStyle.ofPreset("gradient");
    CaptionStyle own = style("{\"preset\": \"gradient\", \"size\": 5, \"uppercase\": false}");

    assertThat(preset.gradient()).isEqualTo("#FFB300");
    assertThat(own.gradient()).isEqualTo("#FFB300");
    assertThat(own.outline()).isEqualTo(preset.outline());
    assertThat(own.size()).isEqualTo(5);
    assertThat(own.uppercase()).isFalse();
  }

  @Test
  void theColoursThatAPresetAddsCanBeTakenBack() throws Exception {
    assertThat(style("{\"preset\": \"neon\", \"glow\": \"none\"}").glow()).isEqualTo("none");
    assertThat(violations("{\"preset\": \"neon\", \"glow\": \"none\"}")).isEmpty();
  }

  @Test
  void aStyleKeepsItsValuesOnItsWayThroughJson() throws Exception {
    for (CaptionPreset preset : CaptionPresets.all()) {
      CaptionStyle style = CaptionStyle.ofPreset(preset.name());
      String json = RecordJson.wire().writeValueAsString(style);
      assertThat(RecordJson.wire().readValue(json, CaptionStyle.class)).isEqualTo(style);
      // A reader that has never heard of the preset sees the same picture.
      assertThat(style(json.replace("\"preset\":\"" + preset.name() + "\"", "\"preset\":\"gone\"")))
          .usingRecursiveComparison()
          .ignoringFields("preset")
          .isEqualTo(style);
    }
  }

  @Test
  void anUnknownPresetIsRefusedWithTheKnownOnes() throws Exception {
    assertThat(violations("{\"preset\": \"noen\"}"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo("/captions/preset");
              assertThat(violation.message()).contains("classic, bold").contains("not noen");
            });
  }

  @Test
  void whatIsOutOfRangeIsRefusedWhereItStands() throws Exception {
    assertThat(
            violations(
                """
                {"size": 1.9, "outlineWidth": 21, "maxLines": 5, "maxWords": 0,
                 "gradient": "gold", "glow": "#12"}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/captions/size",
            "/captions/outlineWidth",
            "/captions/maxLines",
            "/captions/maxWords",
            "/captions/gradient",
            "/captions/glow");
  }

  private static java.util.List<Violation> violations(String json) throws Exception {
    return CaptionRules.violations(style(json), "/captions");
  }

  private static CaptionStyle style(String json) throws Exception {
    return RecordJson.strict().readValue(json, CaptionStyle.class);
  }
}
