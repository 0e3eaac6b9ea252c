package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.video.Canvas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ranks candidates by the scene's words that their own words share, then by how they stand, how
 * long they last and where the site put them. One that shares no word does not fit.
 */
public final class TermRanker implements CandidateRanker {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int PREFIX = 5;
  private static final double PLACE = 0.01;

  @Override
  public List<Ranked> rank(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
    Set<String> wanted = new HashSet<>();
    scene.terms().forEach(term -> wanted.addAll(roots(term)));
    Set<String> said = roots(scene.narration());
    double seconds = SpokenLength.seconds(scene.narration());
    List<Ranked> fitting = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Set<String> own = roots(candidate.title());
      own.addAll(roots(candidate.description()));
      candidate.tags().forEach(tag -> own.addAll(roots(tag)));
      Set<String> shared = common(own, wanted);
      double share = wanted.isEmpty() ? 0 : shared.size() / (double) wanted.size();
      double words = share + 0.2 * Math.min(3, common(own, said).size());
      if (words > 0) {
        double shape = shape(candidate, request.canvas());
        double lasts =
            candidate.seconds() == null || candidate.seconds() >= seconds
                ? 1
                : 0.7 + 0.3 * candidate.seconds() / seconds;
        double score = Math.min(1, 0.3 + 0.7 * words) * shape * lasts - PLACE * Math.min(i, 20);
        fitting.add(new Ranked(candidate, Math.max(0, score), reasons(shared, shape, lasts)));
      }
    }
    fitting.sort(
        Comparator.comparingDouble((Ranked ranked) -> -ranked.score())
            .thenComparing(ranked -> ranked.candidate().key()));
    return fitting;
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static List<String> reasons(Set<String> shared, double shape, double lasts) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        shared.isEmpty()
            ? "words of the sentence in common"
            : "words in common: " + String.join(", ", shared.stream().sorted().toList()));
    reasons.add(shape > 0.95 ? "stands the way the canvas does" : "is cropped or padded");
    if (lasts < 1) {
      reasons.add("is shorter than the sentence");
    }
    return reasons;
  }

  private static double shape(Candidate candidate, Canvas canvas) {
    for (Rendition file : candidate.renditions()) {
      if (file.width() != null && file.height() != null) {
        double given = file.width() / (double) file.height();
        double wanted = canvas.width() / (double) canvas.height();
        return 0.8 + 0.2 * Math.min(wanted / given, given / wanted);
      }
    }
    return 0.9;
  }

  /** Words of three letters and more, cut so that forms of one word are equal. */
  private static Set<String> roots(String text) {
    Set<String> roots = new HashSet<>();
    for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
      if (word.length() >= 3) {
        roots.add(word.length() > PREFIX ? word.substring(0, PREFIX) : word);
      }
    }
    return roots;
  }
}
