package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;

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

  Workflow of(VideoBrief brief) {
    return library.current(brief.timeline() == null ? generation : TIMELINE);
  }
}
