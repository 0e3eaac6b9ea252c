package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.materials.search.SearchEntry;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.TextHit;
import io.moneyprinter.materials.search.TextIndex;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.moneyprinter.materials.source.SpokenLength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Candidates that scenes are compared with. The score is that of the words, lowered by up to a
 * fifth for what does not suit the canvas, and for what the tenant was shown lately.
 */
final class CandidateIndex implements AutoCloseable {
  /** Share of the score that shape, resolution, length and motion decide. */
  private static final double PICTURE = 0.2;

  private static final double LATELY = 0.85;

  /** More than anybody looks through, and enough for each of a video's scenes to have its own. */
  private static final int FOUND = 40;

  private static final int TOLD = 15;

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final TextAnalysis analysis;
  private final TextIndex index;
  private final String language;
  private final Canvas canvas;
  private final Set<String> lately;

  /**
   * @param language of the script, BCP 47: where the words of a candidate do not tell theirs, they
   *     may be of that one or English
   * @param lately keys of what the tenant was shown lately
   */
  CandidateIndex(
      TextAnalysis analysis,
      List<Candidate> all,
      String language,
      Canvas canvas,
      Set<String> lately) {
    this.analysis = analysis;
    this.index = new TextIndex(analysis);
    this.language = language;
    this.canvas = canvas;
    this.lately = lately;
    List<SearchEntry> entries = new ArrayList<>();
    for (Candidate candidate : all) {
      if (candidates.putIfAbsent(candidate.key(), candidate) == null) {
        entries.add(entry(candidate));
      }
    }
    index.put(entries);
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
    List<Ranked> ranked = new ArrayList<>();
    for (TextHit hit : index.search(SceneText.query(scene, language), 0, FOUND, TOLD)) {
      ranked.add(ranked(candidates.get(hit.id()), hit, seconds));
    }
    ranked.sort(
        Comparator.comparingDouble((Ranked one) -> -one.score())
            .thenComparing(one -> one.candidate().key()));
    return ranked;
  }

  private Ranked ranked(Candidate candidate, TextHit hit, double seconds) {
    PictureFit.Fit fit = PictureFit.of(candidate, canvas, seconds);
    List<String> reasons = new ArrayList<>();
    reasons.add(
        hit.words().isEmpty()
            ? "has words in common"
            : "words in common: " + String.join(", ", hit.words()));
    reasons.addAll(fit.reasons());
    double score = hit.score() * (1 - PICTURE + PICTURE * fit.value());
    if (lately.contains(candidate.key())) {
      score *= LATELY;
      reasons.add("was in another video lately");
    }
    return new Ranked(candidate, score, reasons);
  }

  @Override
  public void close() {
    index.close();
  }
}
