package io.moneyprinter.orchestration.storyboard;

import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.Review;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the brief that a storyboard stands for. */
final class StoryboardBrief {
  private StoryboardBrief() {}

  /**
   * Everything but the scenes stays as it was ordered. Scenes that are unchanged go on showing what
   * they show, wherever they stand, so that nothing of them has to be made anew.
   *
   * @param known keys of candidates that can be picked
   */
  static VideoBrief of(
      MadeVideo made, String title, List<StoryboardScene> scenes, Set<String> known) {
    VideoBrief old = made.job().brief();
    List<StoryboardScene> before = made.storyboard();
    Map<String, String> picks = new TreeMap<>();
    for (int i = 0; i < scenes.size(); i++) {
      StoryboardScene scene = scenes.get(i);
      String place = Integer.toString(i);
      pick(made, before, scene, known).ifPresent(key -> picks.put(place, key));
    }
    MaterialsBrief materials = old.materials();
    WritingBrief writing = old.writing();
    return old.but()
        .title(title)
        .topic(null)
        .script(null)
        .source(null)
        .scenes(scenes.stream().map(StoryboardScene::scene).toList())
        .language(made.script().language())
        .rate(made.script().rate() == null ? old.rate() : made.script().rate())
        // The text is the owner's now: nobody writes, shortens or translates it.
        .writing(
            new WritingBrief(
                null, null, null, null, null, null, writing.platforms(), null, writing.prompts()))
        .materials(new MaterialsBrief(materials.collection(), materials.source(), picks))
        .review(Review.NONE)
        .build();
  }

  private static Optional<String> pick(
      MadeVideo made, List<StoryboardScene> before, StoryboardScene scene, Set<String> known) {
    if (scene.pick() != null || scene.scene().media() != null || scene.origin() == null) {
      return Optional.ofNullable(scene.pick());
    }
    if (scene.origin() >= before.size()) {
      return Optional.empty(); // The script was written anew since, and is shorter.
    }
    StoryboardScene origin = before.get(scene.origin());
    boolean same =
        Objects.equals(scene.scene().narration(), origin.scene().narration())
            && scene.scene().terms().equals(origin.scene().terms());
    return same
        ? made.shownKey(scene.origin()).filter(key -> pickable(key, made, known))
        : Optional.empty();
  }

  /** What stands in a folder can be picked only out of the brief's own collection. */
  private static boolean pickable(String key, MadeVideo made, Set<String> known) {
    return key.startsWith("folder:")
        ? made.job().brief().materials().collection() != null
        : key.equals("generated") || known.contains(key);
  }
}
