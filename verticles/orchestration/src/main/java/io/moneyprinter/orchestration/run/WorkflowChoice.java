package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition.FollowedBy;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import java.util.stream.Collectors;

/** Decides which workflow a new job follows. */
public final class WorkflowChoice {
  /** What briefs with a timeline follow: nothing is written, spoken or chosen for them. */
  public static final String TIMELINE = "timeline-render";

  private final WorkflowLibrary library;
  private final String generation;

  /**
   * @param generation name of the workflow for all other briefs
   */
  public WorkflowChoice(WorkflowLibrary library, String generation) {
    this.library = library;
    this.generation = generation;
  }

  /**
   * The workflow that the brief names, else the usual one for it. Fails with {@code INVALID} where
   * there is none of that name, or it is one for the other kind of briefs.
   */
  Workflow of(VideoBrief brief) {
    boolean timeline = brief.timeline() != null;
    String usual = timeline ? TIMELINE : generation;
    if (brief.workflow() == null || brief.workflow().equals(usual)) {
      return library.current(usual);
    }
    if (brief.workflow().equals(timeline ? generation : TIMELINE)) {
      throw ServiceFailure.invalid(
          "/workflow",
          brief.workflow()
              + (timeline
                  ? " makes videos of words: leave it out beside a timeline"
                  : " only renders a timeline, and there is none: leave it out"));
    }
    return library.offered().stream()
        .filter(workflow -> workflow.name().equals(brief.workflow()))
        .findFirst()
        .orElseThrow(
            () ->
                ServiceFailure.invalid(
                    "/workflow",
                    "There is no workflow of this name; there are "
                        + library.offered().stream()
                            .map(Workflow::name)
                            .collect(Collectors.joining(", "))));
  }

  /** Which briefs follow it without naming it. */
  FollowedBy unasked(Workflow workflow) {
    if (workflow.name().equals(generation)) {
      return FollowedBy.WORDS;
    }
    return workflow.name().equals(TIMELINE) ? FollowedBy.TIMELINES : FollowedBy.NAMED;
  }
}
