package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.look.Continuity;
import io.moneyprinter.materials.source.CandidateRanker;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /** Notes how candidates look that were noted before. */
  private synchronized void seen(int scene, List<Ranked> ranked) {
    Map<String, Ranked> known = noted.computeIfAbsent(scene, index -> new LinkedHashMap<>());
    ranked.forEach(one -> known.put(one.candidate().key(), one));
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
      public Future<List<Ranked>> look(Scene scene, List<Ranked> best) {
        return ranker.look(scene, best).onSuccess(seen -> seen(scene.index(), seen));
      }

      @Override
      public List<Ranked> rank(ChooseMaterials request, Scene scene, List<Candidate> candidates) {
        List<Ranked> ranked = ranker.rank(request, scene, candidates);
        note(scene.index(), ranked);
        return ranked.stream().filter(one -> !taken.contains(one.candidate().key())).toList();
      }
    };
  }

  /** The noted candidates that scenes show, by scene; a drawing is none. */
  public synchronized Map<Integer, Candidate> shown(List<SceneMaterial> materials) {
    Map<Integer, Candidate> shown = new TreeMap<>();
    for (SceneMaterial material : materials) {
      Ranked one = noted.getOrDefault(material.scene(), Map.of()).get(key(material));
      if (one != null) {
        shown.put(material.scene(), one.candidate());
      }
    }
    return shown;
  }

  /**
   * The best of each scene, best first, with what was chosen marked, judged beside what the scenes
   * next to it show.
   *
   * @param looks tells how candidates look that were not looked at when they were noted
   */
  public synchronized List<SceneCandidates> chosen(List<SceneMaterial> materials, LookBook looks) {
    Map<Integer, Appearance> shown = new HashMap<>();
    shown(materials)
        .forEach(
            (scene, candidate) -> {
              Appearance appearance = looks.seen(candidate).appearance();
              if (appearance != null) {
                shown.put(scene, appearance);
              }
            });
    List<SceneCandidates> scenes = new ArrayList<>();
    for (SceneMaterial material : materials) {
      String key = key(material);
      List<RankedCandidate> candidates =
          noted.getOrDefault(material.scene(), Map.of()).values().stream()
              .map(one -> beside(one.of(looks.seen(one.candidate())), material.scene(), shown))
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

  private static Ranked beside(Ranked one, int scene, Map<Integer, Appearance> shown) {
    Continuity.Judged judged =
        Continuity.judge(one.score(), one.candidate().appearance(), scene, shown);
    if (judged.reason() == null) {
      return new Ranked(one.candidate(), judged.score(), one.reasons());
    }
    List<String> reasons = new ArrayList<>(one.reasons());
    reasons.add(judged.reason());
    return new Ranked(one.candidate(), judged.score(), reasons);
  }

  private static String key(SceneMaterial material) {
    return material.provenance().source() + ":" + material.provenance().id();
  }
}
