package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.materials.meaning.Meanings;
import io.moneyprinter.materials.search.OpenIndex;
import io.moneyprinter.materials.search.SearchEntry;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.TextHit;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.moneyprinter.materials.source.SpokenLength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Candidates that scenes are compared with. The score is that of the words, lowered by up to a
 * fifth for what does not suit the canvas, and for what the tenant was shown lately.
 */
final class CandidateIndex implements AutoCloseable {
  /** Share of the score that shape, resolution, length and motion decide. */
  private static final double PICTURE = 0.2;

  /** How far meaning alone can carry a candidate that shares no word. */
  private static final double MEANING = 0.6;

  /** Share of the way from the average to the same text that the nearest ones come. */
  private static final double NEAREST = 0.5;

  private static final double LATELY = 0.85;

  /** More than anybody looks through, and enough for each of a video's scenes to have its own. */
  private static final int FOUND = 40;

  private static final int TOLD = 15;

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final TextAnalysis analysis;
  private final OpenIndex open;
  private final String language;
  private final Canvas canvas;
  private final Set<String> lately;
  private final Meanings meanings;

  /**
   * @param indexes opens an index with what is to be found
   * @param language of the script, BCP 47: where the words of a candidate do not tell theirs, they
   *     may be of that one or English
   * @param lately keys of what the tenant was shown lately
   * @param meanings what is known of the meaning of scenes and candidates
   */
  CandidateIndex(
      TextAnalysis analysis,
      Function<List<SearchEntry>, OpenIndex> indexes,
      List<Candidate> all,
      String language,
      Canvas canvas,
      Set<String> lately,
      Meanings meanings) {
    this.analysis = analysis;
    this.language = language;
    this.canvas = canvas;
    this.lately = lately;
    this.meanings = meanings;
    List<SearchEntry> entries = new ArrayList<>();
    for (Candidate candidate : all) {
      if (candidates.putIfAbsent(candidate.key(), candidate) == null) {
        entries.add(entry(candidate));
      }
    }
    this.open = indexes.apply(entries);
  }

  private SearchEntry entry(Candidate candidate) {
    String text =
        candidate.title()
            + " "
            + candidate.description()
            + " "
            + String.join(" ", candidate.tags());
    return new SearchEntry(
        candidate.key(),
        analysis.languages(text, language),
        candidate.title(),
        candidate.tags(),
        candidate.description(),
        Set.of());
  }

  /** The candidates that have anything in common with a scene, best first. */
  List<Ranked> best(Scene scene) {
    double seconds = SpokenLength.seconds(scene.narration());
    Map<String, Double> near = near(scene);
    List<Ranked> ranked = new ArrayList<>();
    for (TextHit hit : open.index().search(SceneText.query(scene, language), 0, FOUND, TOLD)) {
      if (!candidates.containsKey(hit.id())) {
        continue; // another video came with newer files meanwhile
      }
      Double meaning = near.remove(hit.id());
      ranked.add(ranked(candidates.get(hit.id()), hit, meaning == null ? 0 : meaning, seconds));
    }
    near.forEach(
        (key, meaning) -> {
          if (meaning > 0) {
            TextHit none = new TextHit(key, 0, List.of());
            ranked.add(ranked(candidates.get(key), none, meaning, seconds));
          }
        });
    ranked.sort(
        Comparator.comparingDouble((Ranked one) -> -one.score())
            .thenComparing(one -> one.candidate().key()));
    return ranked;
  }

  /**
   * How much nearer in meaning candidates are to a scene than candidates are on average, 0 to 1.
   * What "near" is differs from model to model; what is nearer than the rest does not.
   */
  private Map<String, Double> near(Scene scene) {
    String wanted = SceneText.meaning(scene);
    Map<String, Double> likeness = new LinkedHashMap<>();
    candidates.forEach(
        (key, candidate) ->
            meanings
                .likeness(wanted, SceneText.meaning(candidate))
                .ifPresent(value -> likeness.put(key, value)));
    double mean = likeness.values().stream().mapToDouble(value -> value).average().orElse(0);
    likeness.replaceAll(
        (key, value) -> Math.max(0, Math.min(1, (value - mean) / (1 - mean + 1e-9) / NEAREST)));
    return likeness;
  }

  private Ranked ranked(Candidate candidate, TextHit hit, double meaning, double seconds) {
    PictureFit.Fit fit = PictureFit.of(candidate, canvas, seconds);
    List<String> reasons = new ArrayList<>();
    if (!hit.words().isEmpty()) {
      reasons.add("words in common: " + String.join(", ", hit.words()));
    } else if (hit.score() > 0) {
      reasons.add("has words in common");
    }
    if (meaning > 0) {
      reasons.add("nearer in meaning than the others (%.0f %%)".formatted(meaning * 100));
    }
    if (meanings.failed()) {
      reasons.add("by its words alone, for the embeddings service failed");
    }
    reasons.addAll(fit.reasons());
    double text = hit.score() + (1 - hit.score()) * MEANING * meaning;
    double score = text * (1 - PICTURE + PICTURE * fit.value());
    if (lately.contains(candidate.key())) {
      score *= LATELY;
      reasons.add("was in another video lately");
    }
    return new Ranked(candidate, score, reasons);
  }

  @Override
  public void close() {
    open.close();
  }
}
