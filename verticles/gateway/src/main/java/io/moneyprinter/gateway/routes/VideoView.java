package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.video.VideoBrief;
import java.time.Instant;
import java.util.List;

/** A video as its owner sees it. */
record VideoView(
    String id,
    JobState state,
    double progress,
    int queuePosition,
    Integer secondsLeft,
    String workflow,
    List<StepView> steps,
    VideoResult result,
    JobFailure failure,
    VideoBrief brief,
    Instant createdAt,
    Instant updatedAt,
    Instant deletedAt,
    Priority priority,
    String rerunOf,
    CostView cost,
    Links links) {
  static VideoView of(Job job) {
    return new VideoView(
        job.id(),
        job.state(),
        job.progress(),
        job.queuePosition(),
        job.secondsLeft(),
        job.workflow(),
        job.steps(),
        VideoResult.of(job),
        job.failure(),
        job.brief(),
        job.createdAt(),
        job.updatedAt(),
        job.deletedAt(),
        job.priority(),
        job.rerunOf(),
        CostView.of(job.cost()),
        Links.of(job.id()));
  }
}
