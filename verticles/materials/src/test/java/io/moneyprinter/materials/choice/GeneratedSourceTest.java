package io.moneyprinter.materials.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.materials.meaning.Meanings;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSourceTest {
  @ParameterizedTest
  @EnumSource(Mood.class)
  void everyPaletteRunsFromNearlyBlackToLight(Mood mood) {
    assertThat(mood.palettes()).hasSize(3);
    for (List<String> palette : mood.palettes()) {
      List<Double> light = palette.stream().map(GeneratedSourceTest::luminance).toList();
      assertThat(light).isSorted();
      assertThat(light.get(0)).as("darkest of %s", palette).isLessThan(0.02);
      assertThat(light.get(1)).as("second of %s", palette).isLessThan(0.08);
      assertThat(light.get(4)).as("lightest of %s", palette).isBetween(0.5, 0.95);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MAX_VALUE})
  void neighboursDifferInDrawingAndPalette(long seed) {
    List<Picture.Generated> pictures =
        drawn(
            seed,
            "One thing.",
            "Another.",
            "More.",
            "And more.",
            "Five.",
            "Six.",
            "Seven.",
            "Eight.",
            "Nine.",
            "Ten.",
            "Eleven.",
            "Twelve.");

    for (int i = 1; i < pictures.size(); i++) {
      assertThat(pictures.get(i).style()).isNotEqualTo(pictures.get(i - 1).style());
      assertThat(pictures.get(i).colors()).isNotEqualTo(pictures.get(i - 1).colors());
    }
    Set<String> pairs = new HashSet<>();
    pictures.forEach(picture -> pairs.add(picture.style() + " " + picture.colors()));
    assertThat(pairs).as("drawing with palette").hasSameSizeAs(pictures);
    Set<Long> seeds = new HashSet<>();
    pictures.forEach(picture -> seeds.add(picture.seed()));
    assertThat(seeds).hasSameSizeAs(pictures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; About 71 percent of the Earth is water.; 71.0|%|of the Earth",
        "en; They set 2,500 stone blocks a day.; 2500.0||stone blocks",
        "de; Rund 2.500 Menschen kamen, 12,5 % mehr.; 2500.0||Menschen kamen, 12.5|%|mehr",
        "en; It cost $40 million to build.; 40.0|million $|to build",
        "en; In 1901 the 2 brothers met at 10:30.; ''",
        "en; The 3rd B-52 flew on 9/11.; ''",
        "zh; 人口增长了15%。; 15.0|%|"
      })
  void numbersThatTellSomethingAreFound(String language, String text, String expected) {
    assertThat(
            Figures.of(text, language).stream()
                .map(found -> found.value() + "|" + found.unit() + "|" + found.label())
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @Test
  void numbersBecomeAChartButNotTwiceInARow() {
    List<Picture.Generated> pictures =
        drawn(1, "Some 40 percent left.", "Then 50 percent more.", "And 60 percent.");

    assertThat(pictures)
        .extracting(picture -> picture.style() == Picture.Generated.Style.CHART)
        .containsExactly(true, false, true);
    assertThat(pictures.get(0).figures()).hasSize(1);
    assertThat(pictures.get(1).figures()).isEmpty();
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(drawn(5, "One.", "Two.")).isEqualTo(drawn(5, "One.", "Two."));
    assertThat(drawn(5, "One.", "Two.")).isNotEqualTo(drawn(6, "One.", "Two."));
  }

  @Test
  void wordsOfTheSeaBringBlues() {
    Color middle = middle(drawn(1, "Waves of the ocean carry fish along the coral.").get(0));

    assertThat(middle.getBlue()).isGreaterThan(middle.getRed());
  }

  @Test
  void wordsOfCoffeeBringBrowns() {
    Color middle = middle(drawn(1, "Roasted coffee beans fill the cup.").get(0));

    assertThat(middle.getRed()).isGreaterThan(middle.getGreen());
    assertThat(middle.getGreen()).isGreaterThan(middle.getBlue());
  }

  @Test
  void aSceneOfItsOwnLeavesTheMoodOfTheRest() {
    List<Picture.Generated> pictures =
        drawn(
            1,
            "Coffee beans are roasted.",
            "Then the volcano throws lava and fire.",
            "Coffee fills the cup.");

    assertThat(Mood.FIRE.palettes()).contains(pictures.get(1).colors());
    assertThat(Mood.COFFEE.palettes()).contains(pictures.get(0).colors(), pictures.get(2).colors());
  }

  private static List<Picture.Generated> drawn(long seed, String... narrations) {
    List<Scene> scenes = new ArrayList<>();
    for (String narration : narrations) {
      scenes.add(new Scene(scenes.size(), narration, List.of(), null));
    }
    ChooseMaterials request =
        new ChooseMaterials(
            new Script("Title", "en", scenes, "user", 0),
            MaterialsBrief.GENERATED,
            Canvas.PORTRAIT,
            seed);
    return new MaterialChooser(null, null, 0.3)
            .choose(request, OwnMaterials.none(), Set.of(), Meanings.none(), new CandidateNotes())
            .scenes()
            .stream()
            .map(material -> (Picture.Generated) material.picture())
            .toList();
  }

  private static Color middle(Picture.Generated picture) {
    return Color.decode(picture.colors().get(2));
  }

  /** Relative luminance, WCAG 2.1. */
  private static double luminance(String hex) {
    Color color = Color.decode(hex);
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
