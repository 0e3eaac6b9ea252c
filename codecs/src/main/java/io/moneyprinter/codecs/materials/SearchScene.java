package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Looks for candidates for one scene, without choosing any. What was found can be picked, and is
 * listed by {@link ListCandidates} with the same scene.
 *
 * @param jobId the video's id
 * @param scene id of the scene in the video's storyboard
 * @param choice what is looked for: its script has that one scene, and nothing is picked
 */
public record SearchScene(String jobId, String scene, ChooseMaterials choice) {
  public SearchScene {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(scene, "scene");
    Objects.requireNonNull(choice, "choice");
  }
}
