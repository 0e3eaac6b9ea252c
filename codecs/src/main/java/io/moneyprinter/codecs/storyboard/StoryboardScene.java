package io.moneyprinter.codecs.storyboard;

import io.moneyprinter.codecs.video.SceneBrief;
import java.util.Objects;

/**
 * One scene of a storyboard, as its owner wants it.
 *
 * @param id 1 to 40 letters, digits, {@code -} and {@code _}; stays the same however often the
 *     scene is changed or moved, and is no other scene's
 * @param origin which scene of the video it comes from, from 0; {@code null} for a new one
 * @param pick key of the candidate to show, or {@code generated}; {@code null} to keep what an
 *     unchanged scene shows, and to have something chosen for any other
 * @param locked whether it must stay as it is until it is unlocked; {@code null} for no
 */
public record StoryboardScene(
    String id, Integer origin, SceneBrief scene, String pick, Boolean locked) {
  public StoryboardScene {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(scene, "scene");
    locked = Boolean.TRUE.equals(locked);
  }

  /** Whether it shows and says the same, wherever it stands. */
  public boolean sameAs(StoryboardScene other) {
    return scene.equals(other.scene) && Objects.equals(pick, other.pick);
  }

  /** The same scene, coming from another place of the video. */
  public StoryboardScene from(Integer place) {
    return new StoryboardScene(id, place, scene, pick, locked);
  }
}
