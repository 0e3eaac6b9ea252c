package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.look.Continuity;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gives scenes their candidates: the best pair of all first, then the next best, so that an early
 * scene does not take what fits a later one far better. That is done twice: the second time every
 * scene knows what those beside it are likely to show, and likes more whose colours go on from
 * there. Pure.
 */
public final class BestPairs {
  private static final Comparator<Pair> BEST =
      Comparator.comparingDouble((Pair pair) -> -pair.score)
          .thenComparing(pair -> pair.scene)
          .thenComparing(pair -> pair.offer.candidate().key());

  private final Map<Integer, List<Ranked>> offers;
  private final Map<Integer, Appearance> looks;

  private static final class Pair {
    private final int scene;
    private final Ranked offer;
    private double score;

    Pair(int scene, Ranked offer) {
      this.scene = scene;
      this.offer = offer;
    }

    void judge(Map<Integer, Appearance> looks) {
      Appearance own = offer.candidate().appearance();
      score = Continuity.judge(offer.score(), own, scene, looks).score();
    }
  }

  /**
   * @param offers candidates of each scene by its index
   * @param looks how looks what other scenes show already, as far as that is known
   */
  public BestPairs(Map<Integer, List<Ranked>> offers, Map<Integer, Appearance> looks) {
    this.offers = Map.copyOf(offers);
    this.looks = Map.copyOf(looks);
  }

  /**
   * One candidate for each scene, as far as there are any.
   *
   * @param shown what shows already, to which is added what is chosen
   */
  public Map<Integer, Ranked> make(Shown shown) {
    Map<Integer, Appearance> likely = new HashMap<>(looks);
    make(shown.copy(), likely);
    return make(shown, likely);
  }

  /**
   * @param beside how looks what scenes show, or are likely to; brought up to date
   */
  private Map<Integer, Ranked> make(Shown shown, Map<Integer, Appearance> beside) {
    List<Pair> open = new ArrayList<>();
    offers.forEach((scene, all) -> all.forEach(offer -> open.add(new Pair(scene, offer))));
    open.forEach(pair -> pair.judge(beside));
    Map<Integer, Ranked> made = new TreeMap<>();
    while (!open.isEmpty()) {
      Pair best = open.stream().min(BEST).orElseThrow();
      Candidate candidate = best.offer.candidate();
      if (!shown.take(candidate)) {
        open.remove(best);
        continue;
      }
      made.put(best.scene, best.offer);
      open.removeIf(pair -> pair.scene == best.scene);
      if (!Objects.equals(candidate.appearance(), beside.get(best.scene))) {
        if (candidate.appearance() == null) {
          beside.remove(best.scene);
        } else {
          beside.put(best.scene, candidate.appearance());
        }
        open.stream()
            .filter(pair -> Math.abs(pair.scene - best.scene) == 1)
            .forEach(pair -> pair.judge(beside));
      }
    }
    return made;
  }
}
