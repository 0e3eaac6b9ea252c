package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Picture.Generated.Figure;
import io.moneyprinter.codecs.materials.Picture.Generated.Style;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what is drawn for a scene that no file fits. The whole video keeps one mood, told by its
 * words or drawn by its seed; a scene whose own words say otherwise leaves it; and neighbours never
 * have the same drawing or the same palette.
 */
final class GeneratedSource {
  static final String NAME = "generated";
  private static final int WORDS = 4;
  private static final int ENOUGH = 2;

  /** From a drawing that cannot be had to another one that no neighbour has. */
  private static final int APART = 3;

  private final long seed;
  private final Mood shared;
  private final List<Style> styles;
  private final String language;
  private final Set<Integer> charts;

  GeneratedSource(Script script, long seed) {
    this.seed = seed;
    this.styles = shuffled(seed, script.scenes().stream().anyMatch(GeneratedSource::legible));
    this.language = script.language();
    this.charts = charts(script);
    List<String> all = new ArrayList<>(Words.stems(script.title()));
    script.scenes().forEach(scene -> all.addAll(stems(scene)));
    this.shared =
        strongest(all, Mood.values()[Math.floorMod(Seeds.derive(seed, -1), Mood.values().length)]);
  }

  /**
   * @param others whether files were looked at first
   * @param pick what a person chose for the scene; {@code null} for nothing
   */
  SceneMaterial material(Scene scene, boolean others, String pick) {
    Mood mood = strongest(stems(scene), shared);
    int index = scene.index();
    List<String> words = scene.terms().stream().limit(WORDS).toList();
    List<Figure> figures =
        charts.contains(index) ? Figures.of(scene.narration(), language) : List.of();
    Style style = style(scene, figures);
    // Three variants of a mood in turn, so that neighbours differ whatever their moods; shifted on
    // each round of the drawings, so that no pair of drawing and palette comes back soon.
    int variant = (index + index / styles.size()) % mood.palettes().size();
    List<String> colors = mood.palettes().get(variant);
    Picture picture =
        new Picture.Generated(style, Seeds.derive(seed, index), colors, words, figures);
    String name = style.name().toLowerCase(Locale.ROOT);
    List<String> reasons =
        Stream.of(
                NAME.equals(pick)
                    ? "picked by hand"
                    : others ? "no file fits well enough" : "drawn by code, as asked",
                "mood: " + mood.name().toLowerCase(Locale.ROOT))
            .toList();
    return new SceneMaterial(
        index,
        picture,
        0,
        reasons,
        new Provenance(NAME, name, "made by this software", "CC0-1.0", null));
  }

  /**
   * Numbers are drawn wherever there are any, and words only where no title stands in their place.
   */
  private Style style(Scene scene, List<Figure> figures) {
    if (!figures.isEmpty()) {
      return Style.CHART;
    }
    Style style = styles.get(scene.index() % styles.size());
    return style != Style.KINETIC || legible(scene)
        ? style
        : styles.get((scene.index() + APART) % styles.size());
  }

  private static boolean legible(Scene scene) {
    return !scene.terms().isEmpty() && blank(scene.title());
  }

  /** Scenes that tell numbers, but of two that follow each other only the first. */
  private static Set<Integer> charts(Script script) {
    Set<Integer> charts = new HashSet<>();
    for (Scene scene : script.scenes()) {
      boolean free = !charts.contains(scene.index() - 1) && blank(scene.title());
      if (free && !Figures.of(scene.narration(), script.language()).isEmpty()) {
        charts.add(scene.index());
      }
    }
    return charts;
  }

  private static boolean blank(String title) {
    return title == null || title.isBlank();
  }

  private static List<String> stems(Scene scene) {
    List<String> stems = new ArrayList<>(Words.stems(scene.narration()));
    scene.terms().forEach(term -> stems.addAll(Words.stems(term)));
    return stems;
  }

  /** The mood that the words speak of most; one word alone does not carry a text away. */
  private static Mood strongest(List<String> stems, Mood otherwise) {
    Mood best = otherwise;
    int most = Math.max(ENOUGH - 1, otherwise.hits(stems));
    for (Mood mood : Mood.values()) {
      int hits = mood.hits(stems);
      if (hits > most) {
        best = mood;
        most = hits;
      }
    }
    return best;
  }

  private static List<Style> shuffled(long seed, boolean words) {
    List<Style> styles = new ArrayList<>(List.of(Style.values()));
    styles.remove(Style.CHART);
    if (!words) {
      styles.remove(Style.KINETIC);
    }
    Collections.shuffle(styles, new Random(seed));
    return List.copyOf(styles);
  }
}
