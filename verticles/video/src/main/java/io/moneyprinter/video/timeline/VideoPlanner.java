package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.PlanTimeline;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TimelineRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.video.captions.SafeAreaCheck;
import io.moneyprinter.video.fonts.FontBook;
import java.util.ArrayList;
import java.util.List;

/**
 * From script, speech and pictures, or from a timeline, to segments: refuses what could not be
 * made, before any work. Its methods block.
 */
public final class VideoPlanner {
  private final FontBook fonts;
  private final TimelinePlanner timelines = new TimelinePlanner();
  private final RenderPlanner segments;

  public VideoPlanner(FontBook fonts, RenderPlanner segments) {
    this.fonts = fonts;
    this.segments = segments;
  }

  /** Plans segments of one clip each. */
  public VideoPlanner(FontBook fonts, SegmentKeys keys) {
    this(fonts, new RenderPlanner(keys));
  }

  /** Plans a video whose brief names no files. */
  public RenderPlan plan(PlanVideo request) {
    return plan(request, MediaShelf.EMPTY);
  }

  /** Plans a video; {@code INVALID} when a text is in a script that no font here shows. */
  public RenderPlan plan(PlanVideo request, MediaShelf shelf) {
    VideoBrief brief = request.brief();
    return plan(
        brief,
        Renditions.of(brief, brief.canvas(), canvas -> timelines.plan(request, canvas, shelf)));
  }

  /** Plans the timeline of a brief; {@code INVALID} with everything that is wrong with it. */
  public RenderPlan plan(PlanTimeline request, MediaShelf shelf) {
    VideoBrief brief = request.brief();
    if (brief.timeline() == null) {
      throw ServiceFailure.invalid("/timeline", "There is no timeline in the brief: give one");
    }
    refuse(BriefRules.violations(brief));
    Timeline timeline = new TimelineMedia(shelf).filledIn(brief.timeline());
    refuse(
        TimelineRules.violations(timeline).stream()
            .map(fault -> new Violation("/timeline" + fault.pointer(), fault.message()))
            .toList());
    return plan(
        brief, Renditions.of(brief, timeline.canvas(), canvas -> Renditions.on(canvas, timeline)));
  }

  private RenderPlan plan(VideoBrief brief, List<Renditions.Wanted> wanted) {
    StringBuilder drawn = new StringBuilder();
    wanted.forEach(rendition -> drawn.append(drawn(rendition.timeline())));
    fonts.requireCovered(drawn.toString());
    List<Violation> warnings =
        new ArrayList<>(TimelineWarnings.of(brief, wanted.get(0).timeline()));
    warnings.addAll(new TextWarnings(fonts).of(drawn.toString()));
    wanted.forEach(rendition -> warnings.addAll(captions(rendition)));
    return segments.plan(wanted, brief.output().encoding(), warnings);
  }

  private List<Violation> captions(Renditions.Wanted rendition) {
    Timeline timeline = rendition.timeline();
    String where = rendition.name().isEmpty() ? "" : rendition.name() + ": ";
    return new SafeAreaCheck(fonts)
        .check(timeline.canvas(), timeline.captionStyle(), timeline.captions()).stream()
            .map(finding -> new Violation("/captions", where + finding.sentence()))
            .toList();
  }

  private static String drawn(Timeline timeline) {
    StringBuilder text = new StringBuilder();
    for (Clip clip : timeline.clips()) {
      text.append(clip.title() == null ? "" : clip.title());
    }
    if (timeline.captionStyle().enabled()) {
      timeline.captions().stream().map(Caption::text).forEach(text::append);
    }
    return text.toString();
  }

  private static void refuse(List<Violation> faults) {
    if (!faults.isEmpty()) {
      throw ServiceFailure.invalid("The timeline cannot be made into a video", faults);
    }
  }
}
