package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.meaning.Meanings;
import io.moneyprinter.materials.search.KeptIndexes;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.moneyprinter.materials.source.LongScenes;
import io.moneyprinter.materials.source.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gives every scene a picture of its own: the one that was picked by hand, else the best-fitting
 * file of the user's collection that no other scene of the video has, else a drawn one.
 */
public final class MaterialChooser {
  private final TextAnalysis analysis;
  private final KeptIndexes indexes;
  private final double threshold;

  /**
   * @param indexes keeps what was indexed for other videos
   * @param threshold the least fit, 0 to 1, with which a file is shown
   */
  public MaterialChooser(TextAnalysis analysis, KeptIndexes indexes, double threshold) {
    this.indexes = indexes;
    this.analysis = analysis;
    this.threshold = threshold;
  }

  /**
   * The texts whose meaning is of use before {@link #choose}.
   *
   * @param collection the user's files; {@code null} for none
   */
  public static List<String> texts(ChooseMaterials request, Collection collection) {
    if (collection == null) {
      return List.of();
    }
    return Stream.concat(
            request.script().scenes().stream().map(SceneText::meaning),
            new OwnFiles(collection).candidates().stream().map(SceneText::meaning))
        .toList();
  }

  /** Whether a pick is of what this chooses from: a file of the collection, or a drawing. */
  public static boolean decides(String pick) {
    return GeneratedSource.NAME.equals(pick) || pick.startsWith(OwnFiles.SOURCE + ":");
  }

  /**
   * Whether a pick of these can be shown.
   *
   * @param collection the user's files; may be {@code null}
   */
  public static boolean has(Collection collection, String pick) {
    return GeneratedSource.NAME.equals(pick)
        || collection != null && new OwnFiles(collection).candidate(pick) != null;
  }

  /**
   * One material for each scene, in order. The same request always gives the same. Blocks.
   *
   * @param own the user's files
   * @param lately keys of what the tenant was shown lately
   * @param meanings what was learned of the texts
   * @param notes takes every file that was looked at
   */
  public ChosenMaterials choose(
      ChooseMaterials request,
      OwnMaterials own,
      Set<String> lately,
      Meanings meanings,
      CandidateNotes notes) {
    List<Scene> scenes = request.script().scenes();
    Map<Integer, SceneMaterial> chosen = new TreeMap<>();
    Map<Integer, SceneMaterial> more = new TreeMap<>();
    Collection collection = own.collection();
    if (collection != null) {
      fromFiles(request, own, lately, meanings, notes, chosen, more);
    }
    GeneratedSource drawn = new GeneratedSource(request.script(), request.seed());
    for (Scene scene : scenes) {
      chosen.computeIfAbsent(
          scene.index(),
          index ->
              drawn.material(scene, collection != null, request.materials().picked().get(index)));
    }
    return new ChosenMaterials(List.copyOf(chosen.values()), List.of(), List.copyOf(more.values()));
  }

  private void fromFiles(
      ChooseMaterials request,
      OwnMaterials own,
      Set<String> lately,
      Meanings meanings,
      CandidateNotes notes,
      Map<Integer, SceneMaterial> chosen,
      Map<Integer, SceneMaterial> more) {
    OwnFiles files = new OwnFiles(own.collection(), own.looks());
    Map<Integer, List<Ranked>> offers = new TreeMap<>();
    Map<Integer, String> picks = request.materials().picked();
    try (CandidateIndex index =
        new CandidateIndex(
            analysis,
            entries -> indexes.open(own.shelf(request.script().language()), entries),
            files.candidates(),
            request.script().language(),
            request.canvas(),
            lately,
            meanings)) {
      for (Scene scene : request.script().scenes()) {
        List<Ranked> ranked = index.best(scene);
        notes.note(scene.index(), ranked);
        String pick = picks.get(scene.index());
        if (pick == null) {
          offers.put(
              scene.index(), ranked.stream().filter(one -> one.score() >= threshold).toList());
        } else if (files.candidate(pick) != null) {
          Ranked picked = ByHand.ranked(files.candidate(pick), ranked);
          notes.picked(scene.index(), picked.candidate());
          chosen.put(scene.index(), material(scene.index(), picked, files));
        }
      }
    }
    Shown shown = new Shown();
    shown.add(Set.copyOf(picks.values()));
    Map<Integer, Appearance> beside = new HashMap<>();
    notes
        .shown(List.copyOf(chosen.values()))
        .forEach(
            (scene, candidate) -> {
              shown.add(candidate);
              if (candidate.appearance() != null) {
                beside.put(scene, candidate.appearance());
              }
            });
    Assignment.of(offers, shown, beside)
        .forEach((scene, best) -> chosen.put(scene, material(scene, best, files)));
    // Only when every scene has its own is there a second one for those that are very long.
    offers.keySet().retainAll(LongScenes.of(request.script()));
    offers.keySet().retainAll(chosen.keySet());
    Assignment.of(offers, shown, Map.of())
        .forEach((scene, best) -> more.put(scene, material(scene, best, files)));
  }

  private static SceneMaterial material(int scene, Ranked best, OwnFiles files) {
    Candidate candidate = best.candidate();
    return new SceneMaterial(
        scene,
        files.picture(candidate),
        best.score(),
        best.reasons(),
        OwnFiles.provenance(candidate));
  }
}
