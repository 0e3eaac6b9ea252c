package io.moneyprinter.codecs.storyboard;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.orchestration.Job;
import java.time.Duration;

/** What is asked about storyboards. The orchestration service answers. */
public final class StoryboardMessages {
  /** {@code CONFLICT} before the script is written, and for a video that has none. */
  public static final Endpoint<GetStoryboard, Storyboard> GET =
      new Endpoint<>("orchestration.get-storyboard", GetStoryboard.class, Storyboard.class);

  /** {@code CONFLICT} when another version is there; {@code INVALID} for what makes no video. */
  public static final Endpoint<PutStoryboard, Storyboard> PUT =
      new Endpoint<>("orchestration.put-storyboard", PutStoryboard.class, Storyboard.class);

  /**
   * Answers with the video it becomes: the same one where it waited for its owner, a new one
   * otherwise. {@code CONFLICT} when another version is there.
   */
  public static final Endpoint<RenderStoryboard, Job> RENDER =
      new Endpoint<>(
          "orchestration.render-storyboard",
          RenderStoryboard.class,
          Job.class,
          Duration.ofSeconds(45));

  private StoryboardMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("orchestration.Storyboard.v1", Storyboard.class);
    types.add(GET, "orchestration.GetStoryboard.v1");
    types.add(PUT, "orchestration.PutStoryboard.v1");
    types.add(RENDER, "orchestration.RenderStoryboard.v1");
  }
}
