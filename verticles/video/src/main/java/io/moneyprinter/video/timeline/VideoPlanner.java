package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.video.fonts.FontBook;

/**
 * From script, speech and pictures to segments: refuses what could not be drawn, before any work.
 */
public final class VideoPlanner {
  private final FontBook fonts;
  private final TimelinePlanner timelines = new TimelinePlanner();
  private final RenderPlanner segments;

  public VideoPlanner(FontBook fonts, SegmentKeys keys) {
    this.fonts = fonts;
    this.segments = new RenderPlanner(keys);
  }

  /** Plans a video; {@code INVALID} when a text is in a script that no font here shows. Blocks. */
  public RenderPlan plan(PlanVideo request) {
    StringBuilder drawn = new StringBuilder();
    for (Scene scene : request.script().scenes()) {
      drawn.append(scene.title() == null ? "" : scene.title());
      drawn.append(request.brief().captions().enabled() ? scene.narration() : "");
    }
    fonts.requireCovered(drawn.toString());
    return segments.plan(timelines.plan(request));
  }
}
