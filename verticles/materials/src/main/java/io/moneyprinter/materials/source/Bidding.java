package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which scene gets which candidate: the best pair of all first, then the next best, so that no
 * candidate shows twice and none is taken from the scene it fits far better. Safe to use from any
 * thread.
 */
final class Bidding {
  /** Enough for a scene to have others to fall back on when a download fails. */
  private static final int PLENTY = 3;

  /** Downloads that may fail before a scene is drawn. */
  private static final int MOST_LOST = 4;

  private final Map<Integer, List<Ranked>> offers = new TreeMap<>();
  private final Map<Integer, Ranked> reserved = new HashMap<>();
  private final Map<Integer, SceneMaterial> winners = new HashMap<>();
  private final Map<Integer, Integer> tries = new HashMap<>();
  private final Shown shown;
  private final Map<Integer, Appearance> looks;
  private final Map<String, String> losses = new LinkedHashMap<>();

  /** Of scenes none of which shows anything yet. */
  Bidding() {
    this(new Shown(), Map.of());
  }

  private Bidding(Shown shown, Map<Integer, Appearance> looks) {
    this.shown = shown;
    this.looks = looks;
  }

  /**
   * Beside scenes that show something already.
   *
   * @param already what they show, by scene, as far as it is known
   */
  static Bidding beside(Map<Integer, Candidate> already) {
    Shown shown = new Shown();
    Map<Integer, Appearance> looks = new HashMap<>();
    already.forEach(
        (scene, candidate) -> {
          shown.add(candidate);
          if (candidate.appearance() != null) {
            looks.put(scene, candidate.appearance());
          }
        });
    return new Bidding(shown, looks);
  }

  synchronized void offer(int scene, List<Ranked> candidates) {
    List<Ranked> all = offers.computeIfAbsent(scene, first -> new ArrayList<>());
    Set<String> known = new HashSet<>();
    all.forEach(one -> known.add(one.candidate().key()));
    candidates.stream().filter(one -> known.add(one.candidate().key())).forEach(all::add);
  }

  /** Whether a scene has so many offers that nobody else would take that no more are needed. */
  synchronized boolean plenty(int scene) {
    return offers.getOrDefault(scene, List.of()).size() >= PLENTY;
  }

  /** Reserves for every scene the best that no other has a better claim to. */
  synchronized void assign() {
    Map<Integer, List<Ranked>> open = new TreeMap<>(offers);
    open.keySet().removeAll(reserved.keySet());
    reserved.putAll(new BestPairs(open, looks).make(shown));
  }

  /** What to fetch for a scene next; {@code null} when nothing is left that nobody else has. */
  synchronized Ranked next(int scene) {
    if (tries.merge(scene, 1, Integer::sum) > MOST_LOST) {
      return null;
    }
    Ranked first = reserved.remove(scene);
    if (first != null) {
      return first;
    }
    for (Ranked offer : offers.getOrDefault(scene, List.of())) {
      if (shown.take(offer.candidate())) {
        return offer;
      }
    }
    return null;
  }

  synchronized void won(SceneMaterial material) {
    winners.put(material.scene(), material);
  }

  synchronized void lost(Candidate candidate, ServiceFailure failure) {
    losses.putIfAbsent(
        candidate.source(),
        "A file of " + candidate.source() + " was not used: " + failure.getMessage());
  }

  /** How many scenes have a picture. */
  synchronized int winners() {
    return winners.size();
  }

  synchronized Optional<SceneMaterial> winner(int scene) {
    return Optional.ofNullable(winners.get(scene));
  }

  /** Files that were of no use, one sentence for each source. */
  synchronized List<String> notes() {
    return List.copyOf(losses.values());
  }
}
