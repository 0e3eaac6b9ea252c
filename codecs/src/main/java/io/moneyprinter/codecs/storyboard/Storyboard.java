package io.moneyprinter.codecs.storyboard;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A video scene by scene: what its owner wants of it, beside what there is of it.
 *
 * @param version 0 as long as nobody changed it, then one more for every change
 * @param awaited whether the video waits for its owner: rendering then goes on with it, and else
 *     makes another video
 * @param title name of the video
 * @param language BCP 47 tag of the narration
 * @param scenes in order
 * @param made the scenes of the video as it is now, in order
 * @param changedAt {@code null} at version 0
 * @param changedBy subject of the call that changed it last; {@code null} at version 0
 * @param rate how fast the script was fitted to be spoken, 0.5 to 2; {@code null} for as ordered
 */
public record Storyboard(
    String jobId,
    int version,
    boolean awaited,
    String title,
    String language,
    List<StoryboardScene> scenes,
    List<MadeScene> made,
    Instant changedAt,
    String changedBy,
    Double rate) {
  public Storyboard {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    scenes = List.copyOf(scenes);
    made = List.copyOf(made);
  }

  /** Spoken as fast as was ordered. */
  public Storyboard(
      String jobId,
      int version,
      boolean awaited,
      String title,
      String language,
      List<StoryboardScene> scenes,
      List<MadeScene> made,
      Instant changedAt,
      String changedBy) {
    this(jobId, version, awaited, title, language, scenes, made, changedAt, changedBy, null);
  }
}
