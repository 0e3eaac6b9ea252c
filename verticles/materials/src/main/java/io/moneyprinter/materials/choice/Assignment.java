package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.source.BestPairs;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.moneyprinter.materials.source.Shown;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives scenes files of the user's own, none of them twice. Pure. */
final class Assignment {
  private Assignment() {}

  /**
   * @param offers candidates of each scene by its index
   * @param taken keys of what shows already
   */
  static Map<Integer, Ranked> of(Map<Integer, List<Ranked>> offers, Set<String> taken) {
    Shown shown = new Shown();
    shown.add(taken);
    return of(offers, shown, Map.of());
  }

  /**
   * @param shown what shows already, to which is added what is chosen
   * @param looks how looks what scenes show already, as far as that is known
   */
  static Map<Integer, Ranked> of(
      Map<Integer, List<Ranked>> offers, Shown shown, Map<Integer, Appearance> looks) {
    return new BestPairs(offers, looks).make(shown);
  }
}
