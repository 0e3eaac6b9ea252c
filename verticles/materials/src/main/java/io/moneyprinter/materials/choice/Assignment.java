package io.moneyprinter.materials.choice;

import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives scenes their candidates: the best pair of all first, then the next best, so that an early
 * scene does not take what fits a later one far better, and nothing shows twice. Pure.
 */
final class Assignment {
  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingDouble((Pair pair) -> -pair.offer().score())
          .thenComparing(Pair::scene)
          .thenComparing(pair -> pair.offer().candidate().key());

  private Assignment() {}

  private record Pair(int scene, Ranked offer) {}

  /**
   * @param offers candidates of each scene by its index
   * @param taken keys of what shows already
   */
  static Map<Integer, Ranked> of(Map<Integer, List<Ranked>> offers, Set<String> taken) {
    List<Pair> pairs = new ArrayList<>();
    offers.forEach((scene, all) -> all.forEach(offer -> pairs.add(new Pair(scene, offer))));
    pairs.sort(BEST_FIRST);
    Set<String> shown = new HashSet<>(taken);
    List<String> looks = new ArrayList<>();
    Map<Integer, Ranked> assigned = new TreeMap<>();
    for (Pair pair : pairs) {
      String look = pair.offer().candidate().perceptualHash();
      if (!assigned.containsKey(pair.scene())
          && looks.stream().noneMatch(other -> LikeLooks.same(look, other))
          && shown.add(pair.offer().candidate().key())) {
        assigned.put(pair.scene(), pair.offer());
        if (look != null) {
          looks.add(look);
        }
      }
    }
    return assigned;
  }
}
