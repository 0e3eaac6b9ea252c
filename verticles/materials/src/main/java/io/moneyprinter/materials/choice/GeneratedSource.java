package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Picture.Generated.Style;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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

  private final long seed;
  private final Mood shared;
  private final List<Style> styles;

  GeneratedSource(Script script, long seed) {
    this.seed = seed;
    this.styles = shuffled(seed);
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
    Style style = styles.get(index % styles.size());
    // Three variants of a mood in turn, so that neighbours differ whatever their moods; shifted on
    // each round of the drawings, so that no pair of drawing and palette comes back soon.
    int variant = (index + index / styles.size()) % mood.palettes().size();
    List<String> colors = mood.palettes().get(variant);
    List<String> words = scene.terms().stream().limit(WORDS).toList();
    Picture picture = new Picture.Generated(style, Seeds.derive(seed, index), colors, words);
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

  private static List<Style> shuffled(long seed) {
    List<Style> styles = new ArrayList<>(List.of(Style.values()));
    Collections.shuffle(styles, new Random(seed));
    return List.copyOf(styles);
  }
}
