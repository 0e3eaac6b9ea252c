package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.materials.source.CandidateRanker;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Remembers what was looked at for each scene of one video. Safe to use from any thread. */
public final class CandidateNotes {
  /** A page for people; the rest would only be scrolled over. */
  private static final int MOST = 12;

  private final Map<Integer, Map<String, Ranked>> noted = new TreeMap<>();

  /** Notes candidates of a scene; one that was there already stays as it was. */
  public synchronized void note(int scene, List<Ranked> ranked) {
    Map<String, Ranked> known = noted.computeIfAbsent(scene, index -> new LinkedHashMap<>());
    ranked.forEach(one -> known.putIfAbsent(one.candidate().key(), one));
  }

  /** Notes what a person picked for a scene. */
  public synchronized void picked(int scene, Candidate candidate) {
    Map<String, Ranked> known = noted.computeIfAbsent(scene, index -> new LinkedHashMap<>());
    known.put(candidate.key(), ByHand.ranked(candidate, List.copyOf(known.values())));
  }

  /**
   * A ranker whose results are noted.
   *
   * @param taken keys of candidates that show already, which it leaves out after noting them
   */
  public CandidateRanker noting(CandidateRanker ranker, Set<String> taken) {
    return new CandidateRanker() {
      @Override
      public Future<Void> prepare(
          ChooseMaterials request, Scene scene, List<Candidate> candidates) {
        return ranker.prepare(request, scene, candidates);
      }

      @Override
      public List<Ranked> rank(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
        List<Ranked> ranked = ranker.rank(request, scene, candidates);
        note(scene.index(), ranked);
        return ranked.stream().filter(one -> !taken.contains(one.candidate().key())).toList();
      }
    };
  }

  /** The best of each scene, best first, with what was chosen marked. */
  public synchronized List<SceneCandidates> chosen(List<SceneMaterial> materials) {
    List<SceneCandidates> scenes = new ArrayList<>();
    for (SceneMaterial material : materials) {
      String key = material.provenance().source() + ":" + material.provenance().id();
      List<RankedCandidate> candidates =
          noted.getOrDefault(material.scene(), Map.of()).values().stream()
              .sorted(
                  Comparator.comparing((Ranked one) -> !one.candidate().key().equals(key))
                      .thenComparing(one -> -one.score()))
              .limit(MOST)
              .sorted(Comparator.comparing((Ranked one) -> -one.score()))
              .map(
                  one ->
                      new RankedCandidate(
                          one.candidate().key(),
                          one.score(),
                          one.reasons(),
                          one.candidate().key().equals(key),
                          one.candidate()))
              .toList();
      scenes.add(new SceneCandidates(material.scene(), candidates));
    }
    return scenes;
  }
}
