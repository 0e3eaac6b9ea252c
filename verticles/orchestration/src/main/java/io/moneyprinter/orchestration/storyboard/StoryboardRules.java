package io.moneyprinter.orchestration.storyboard;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.BriefRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a storyboard must be like. */
final class StoryboardRules {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern PICK = Pattern.compile("[^\\p{Cntrl}]{1,400}");
  private static final int LONGEST_TITLE = 300;

  private StoryboardRules() {}

  /**
   * Checks a new version.
   *
   * @param before the version that it replaces
   * @throws ServiceFailure {@code INVALID} with everything that is wrong
   */
  static void check(
      MadeVideo made, List<StoryboardScene> before, String title, List<StoryboardScene> scenes) {
    List<Violation> faults = new ArrayList<>();
    if (title.isBlank() || title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
      faults.add(new Violation("/title", "must be 1 to " + LONGEST_TITLE + " characters"));
    }
    if (scenes.isEmpty() || scenes.size() > BriefRules.MAX_SCENES) {
      faults.add(new Violation("/scenes", "must be 1 to " + BriefRules.MAX_SCENES + " scenes"));
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < scenes.size(); i++) {
      scene(made, scenes.get(i), "/scenes/" + i, ids, faults);
    }
    locked(before, scenes, faults);
    if (faults.isEmpty()) {
      BriefRules.violations(StoryboardBrief.of(made, title, scenes, Set.of())).stream()
          .map(StoryboardRules::placed)
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw ServiceFailure.invalid("The storyboard cannot be made into a video", faults);
    }
  }

  private static void scene(
      MadeVideo made, StoryboardScene scene, String at, Set<String> ids, List<Violation> faults) {
    if (!ID.matcher(scene.id()).matches()) {
      faults.add(new Violation(at + "/id", "must be 1 to 40 letters, digits, '-' and '_'"));
    } else if (!ids.add(scene.id())) {
      faults.add(new Violation(at + "/id", "is another scene's already: take a new one"));
    }
    int size = made.script().scenes().size();
    if (scene.origin() != null && (scene.origin() < 0 || scene.origin() >= size)) {
      faults.add(
          new Violation(
              at + "/origin",
              "must be a scene of the video, 0 to " + (size - 1) + "; leave it out for a new one"));
    }
    if (scene.pick() != null && !PICK.matcher(scene.pick()).matches()) {
      faults.add(
          new Violation(at + "/pick", "must be the key of a candidate, such as pexels:857195"));
    }
  }

  /** A locked scene can be moved, and nothing else. */
  private static void locked(
      List<StoryboardScene> before, List<StoryboardScene> scenes, List<Violation> faults) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < scenes.size(); i++) {
      places.put(scenes.get(i).id(), i);
    }
    for (StoryboardScene old : before) {
      Integer place = places.get(old.id());
      if (old.locked() && place == null) {
        faults.add(
            new Violation("/scenes", "lack scene " + old.id() + ", which is locked: unlock it"));
      } else if (old.locked() && scenes.get(place).locked() && !scenes.get(place).sameAs(old)) {
        faults.add(new Violation("/scenes/" + place, "is locked: unlock it before it is changed"));
      }
    }
  }

  /** Where a brief says it, seen from the storyboard. */
  private static Violation placed(Violation fault) {
    String pointer =
        fault
            .pointer()
            .replaceFirst("^(/scenes/\\d+)/", "$1/scene/")
            .replaceFirst("^/materials/picks/(\\d+)", "/scenes/$1/pick");
    return new Violation(pointer, fault.message());
  }
}
