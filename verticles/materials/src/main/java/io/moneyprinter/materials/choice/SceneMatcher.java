package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says how well an item of a collection fits a scene. Words that few items carry count for more,
 * with the weight that BM25 gives them (Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework", 2009): idf = ln(1 + (N - n + 0.5) / (n + 0.5)). The score is the share of an item's
 * weighted tags that the scene speaks of, and the other way round, so that it means the same in a
 * collection of six and of five hundred.
 */
final class SceneMatcher {
  private static final double TERM = 1.0;
  private static final double TITLE = 0.8;
  private static final double NARRATION = 0.6;

  /** How much the item's side counts against the scene's. */
  private static final double ITEM_SHARE = 0.75;

  private final Canvas canvas;
  private final Map<String, Double> rarity = new HashMap<>();
  private final double unheardOf;

  /** How an item fits: 0 to 1, with reasons for people. */
  record Fit(double score, List<String> reasons) {}

  SceneMatcher(Collection collection, Canvas canvas) {
    this.canvas = canvas;
    Map<String, Integer> carriers = new HashMap<>();
    for (Collection.Item item : collection.items()) {
      tags(item).keySet().forEach(tag -> carriers.merge(tag, 1, Integer::sum));
    }
    int items = collection.items().size();
    carriers.forEach((tag, n) -> rarity.put(tag, Math.log(1 + (items - n + 0.5) / (n + 0.5))));
    this.unheardOf = Math.log(1 + (items + 0.5) / 0.5);
  }

  Fit fit(Scene scene, Collection.Item item) {
    Map<String, Double> spoken = spoken(scene);
    Set<String> shared = new TreeSet<>();
    double carried = 0;
    double met = 0;
    Map<String, String> tags = tags(item);
    for (String tag : tags.keySet()) {
      double weight = rarity(tag);
      carried += weight;
      double said = said(tag, scene, spoken);
      if (said > 0) {
        shared.add(tags.get(tag));
        met += weight * said;
      }
    }
    if (shared.isEmpty()) {
      return new Fit(0, List.of("no tag in common"));
    }
    double asked = 0;
    for (String term : spoken.keySet()) {
      asked += spoken.get(term) == TERM ? rarity(term) : 0;
    }
    double ofItem = met / carried;
    double ofScene = asked == 0 ? ofItem : Math.min(1, met / asked);
    double shape = shape(item.picture());
    double score = shape * (ITEM_SHARE * ofItem + (1 - ITEM_SHARE) * ofScene);
    return new Fit(Math.min(1, score), reasons(shared, shape));
  }

  private double rarity(String stem) {
    return rarity.getOrDefault(stem, unheardOf);
  }

  private static double said(String tag, Scene scene, Map<String, Double> spoken) {
    if (Words.unspaced(tag) && scene.narration().contains(tag)) {
      return TERM;
    }
    return spoken.getOrDefault(tag, 0.0);
  }

  /** The scene's words with their weights; a word said in several places has its greatest. */
  private static Map<String, Double> spoken(Scene scene) {
    Map<String, Double> spoken = new LinkedHashMap<>();
    scene.terms().forEach(term -> Words.stems(term).forEach(stem -> spoken.put(stem, TERM)));
    if (scene.title() != null) {
      Words.stems(scene.title()).forEach(stem -> spoken.merge(stem, TITLE, Math::max));
    }
    Words.stems(scene.narration()).forEach(stem -> spoken.merge(stem, NARRATION, Math::max));
    return spoken;
  }

  /** The stems of an item's tags, each with a word it stands for. */
  private static Map<String, String> tags(Collection.Item item) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : item.tags()) {
      Words.words(tag).forEach(word -> tags.putIfAbsent(Words.stem(word), word));
    }
    return tags;
  }

  /** A picture that stands the way the canvas does needs the least cut away. */
  private double shape(Picture picture) {
    double wanted = canvas.width() / (double) canvas.height();
    double given = wanted;
    if (picture instanceof Picture.Still still) {
      given = still.width() / (double) still.height();
    } else if (picture instanceof Picture.Footage footage) {
      given = footage.width() / (double) footage.height();
    }
    double kept = Math.min(wanted / given, given / wanted);
    return 0.85 + 0.15 * kept;
  }

  private static List<String> reasons(Set<String> shared, double shape) {
    List<String> reasons = new ArrayList<>();
    reasons.add("tags in common: " + String.join(", ", shared));
    reasons.add(
        shape > 0.95 ? "stands the way the canvas does" : "is cropped or padded to the canvas");
    return List.copyOf(reasons);
  }
}
