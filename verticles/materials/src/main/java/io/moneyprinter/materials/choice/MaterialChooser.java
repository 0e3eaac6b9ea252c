package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives every scene a picture: the best-fitting item of the user's collection that no other scene
 * of the video has, else a drawn one. The best pair of all is taken first, then the next best, so
 * that an early scene does not take what fits a later one far better.
 */
public final class MaterialChooser {
  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingDouble((Pair pair) -> -pair.fit().score())
          .thenComparing(pair -> pair.scene().index())
          .thenComparing(pair -> pair.item().name());

  private final double threshold;

  /**
   * @param threshold the least fit, 0 to 1, with which a file is shown
   */
  public MaterialChooser(double threshold) {
    this.threshold = threshold;
  }

  private record Pair(Scene scene, Collection.Item item, SceneMatcher.Fit fit) {}

  /**
   * One material for each scene, in order. The same request always gives the same.
   *
   * @param collection the user's files; {@code null} to draw everything
   */
  public ChosenMaterials choose(ChooseMaterials request, Collection collection) {
    List<Scene> scenes = request.script().scenes();
    Map<Integer, SceneMaterial> chosen = new TreeMap<>();
    if (collection != null) {
      assign(pairs(request, pictures(collection)), chosen);
    }
    GeneratedSource drawn = new GeneratedSource(request.script(), request.seed());
    for (Scene scene : scenes) {
      chosen.computeIfAbsent(scene.index(), index -> drawn.material(scene, collection != null));
    }
    return new ChosenMaterials(List.copyOf(chosen.values()));
  }

  /** Sounds and colour tables are for those who name them. */
  private static Collection pictures(Collection collection) {
    return new Collection(
        collection.id(),
        collection.name(),
        collection.items().stream().filter(item -> item.picture() != null).toList());
  }

  private List<Pair> pairs(ChooseMaterials request, Collection collection) {
    SceneMatcher matcher = new SceneMatcher(collection, request.canvas());
    List<Pair> pairs = new ArrayList<>();
    for (Scene scene : request.script().scenes()) {
      for (Collection.Item item : collection.items()) {
        SceneMatcher.Fit fit = matcher.fit(scene, item);
        if (fit.score() >= threshold) {
          pairs.add(new Pair(scene, item, fit));
        }
      }
    }
    pairs.sort(BEST_FIRST);
    return pairs;
  }

  private static void assign(List<Pair> pairs, Map<Integer, SceneMaterial> chosen) {
    Set<String> shown = new HashSet<>();
    for (Pair pair : pairs) {
      int scene = pair.scene().index();
      if (!chosen.containsKey(scene) && shown.add(pair.item().name())) {
        chosen.put(scene, material(pair));
      }
    }
  }

  private static SceneMaterial material(Pair pair) {
    Collection.Item item = pair.item();
    Provenance provenance =
        new Provenance("folder", item.name(), null, "as agreed with whoever gave the file", null);
    return new SceneMaterial(
        pair.scene().index(), item.picture(), pair.fit().score(), pair.fit().reasons(), provenance);
  }
}
