package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;
import java.time.Duration;

/** Everything the orchestration service answers and says. */
public final class OrchestrationMessages {
  /** Many orders at once wait for one another. */
  private static final Duration ORDERING = Duration.ofSeconds(45);

  public static final Endpoint<CreateJob, Job> CREATE_JOB =
      new Endpoint<>("orchestration.create-job", CreateJob.class, Job.class, ORDERING);

  public static final Endpoint<GetJob, Job> GET_JOB =
      new Endpoint<>("orchestration.get-job", GetJob.class, Job.class);

  public static final Endpoint<ListJobs, JobList> LIST_JOBS =
      new Endpoint<>("orchestration.list-jobs", ListJobs.class, JobList.class);

  public static final Endpoint<CompletedJobs, CompletedJobList> COMPLETED_JOBS =
      new Endpoint<>("orchestration.completed-jobs", CompletedJobs.class, CompletedJobList.class);

  /** How the segments of a job stand, and what came out of those that are done. */
  public static final Endpoint<ShowSegments, JobSegments> JOB_SEGMENTS =
      new Endpoint<>("orchestration.job-segments", ShowSegments.class, JobSegments.class);

  /** Idempotent; {@code CONFLICT} when the job is already completed or failed. */
  public static final Endpoint<CancelJob, Job> CANCEL_JOB =
      new Endpoint<>("orchestration.cancel-job", CancelJob.class, Job.class);

  /** Starts a paused, failed or cancelled job again at what is not done; leaves others alone. */
  public static final Endpoint<ResumeJob, Job> RESUME_JOB =
      new Endpoint<>("orchestration.resume-job", ResumeJob.class, Job.class);

  /** Idempotent; {@code CONFLICT} when the job is at an end. */
  public static final Endpoint<PauseJob, Job> PAUSE_JOB =
      new Endpoint<>("orchestration.pause-job", PauseJob.class, Job.class);

  /** {@code CONFLICT} unless the job is at an end; the same again while it runs is harmless. */
  public static final Endpoint<RetryJob, Job> RETRY_JOB =
      new Endpoint<>("orchestration.retry-job", RetryJob.class, Job.class);

  /** Answers with the new job. */
  public static final Endpoint<RerunJob, Job> RERUN_JOB =
      new Endpoint<>("orchestration.rerun-job", RerunJob.class, Job.class, ORDERING);

  /** Idempotent; {@code CONFLICT} when nothing waits for it, or the decision was the other one. */
  public static final Endpoint<DecideStep, Job> DECIDE_STEP =
      new Endpoint<>("orchestration.decide-step", DecideStep.class, Job.class);

  /** Idempotent; {@code CONFLICT} when the job is at an end. */
  public static final Endpoint<SetPriority, Job> SET_PRIORITY =
      new Endpoint<>("orchestration.set-priority", SetPriority.class, Job.class);

  /**
   * Idempotent; {@code CONFLICT} while the job is under way, or when a file of it is under legal
   * hold. A job that goes on after its end is deleted no more.
   */
  public static final Endpoint<DeleteJob, Job> DELETE_JOB =
      new Endpoint<>("orchestration.delete-job", DeleteJob.class, Job.class);

  public static final Endpoint<ClaimStep, StepClaim> CLAIM_STEP =
      new Endpoint<>("orchestration.claim-step", ClaimStep.class, StepClaim.class);

  public static final Endpoint<Heartbeat, LeaseState> HEARTBEAT =
      new Endpoint<>("orchestration.heartbeat", Heartbeat.class, LeaseState.class);

  public static final Endpoint<CompleteStep, LeaseState> COMPLETE_STEP =
      new Endpoint<>("orchestration.complete-step", CompleteStep.class, LeaseState.class);

  public static final Endpoint<FailStep, LeaseState> FAIL_STEP =
      new Endpoint<>("orchestration.fail-step", FailStep.class, LeaseState.class);

  /** Steps are handed out to the slots that nodes offer. */
  public static final Endpoint<OfferSlots, SlotsNoted> OFFER_SLOTS =
      new Endpoint<>("orchestration.offer-slots", OfferSlots.class, SlotsNoted.class);

  /** {@code INVALID} for a brief that breaks a rule. */
  public static final Endpoint<EstimateTime, TimeEstimate> ESTIMATE_TIME =
      new Endpoint<>("orchestration.estimate-time", EstimateTime.class, TimeEstimate.class);

  /** Live events of all jobs. What must not be missed is read from the notification service. */
  public static final Topic<JobEvent> JOB_EVENTS =
      new Topic<>("orchestration.job-events", JobEvent.class);

  public static final Topic<StepRevoked> STEP_REVOKED =
      new Topic<>("orchestration.step-revoked", StepRevoked.class);

  private OrchestrationMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("orchestration.Job.v1", Job.class);
    types.add("orchestration.JobList.v1", JobList.class);
    types.add("orchestration.CompletedJobList.v1", CompletedJobList.class);
    types.add("orchestration.JobEvent.v1", JobEvent.class);
    types.add("orchestration.JobSegments.v1", JobSegments.class);
    types.add("orchestration.StepClaim.v1", StepClaim.class);
    types.add("orchestration.LeaseState.v1", LeaseState.class);
    types.add("orchestration.StepRevoked.v1", StepRevoked.class);
    types.add("orchestration.SlotsNoted.v1", SlotsNoted.class);
    types.add(CREATE_JOB, "orchestration.CreateJob.v1");
    types.add(GET_JOB, "orchestration.GetJob.v1");
    types.add(LIST_JOBS, "orchestration.ListJobs.v1");
    types.add(COMPLETED_JOBS, "orchestration.CompletedJobs.v1");
    types.add(JOB_SEGMENTS, "orchestration.ShowSegments.v1");
    types.add(CANCEL_JOB, "orchestration.CancelJob.v1");
    types.add(RESUME_JOB, "orchestration.ResumeJob.v1");
    types.add(PAUSE_JOB, "orchestration.PauseJob.v1");
    types.add(RETRY_JOB, "orchestration.RetryJob.v1");
    types.add(RERUN_JOB, "orchestration.RerunJob.v1");
    types.add(DECIDE_STEP, "orchestration.DecideStep.v1");
    types.add(SET_PRIORITY, "orchestration.SetPriority.v1");
    types.add(DELETE_JOB, "orchestration.DeleteJob.v1");
    types.add(CLAIM_STEP, "orchestration.ClaimStep.v1");
    types.add(HEARTBEAT, "orchestration.Heartbeat.v1");
    types.add(COMPLETE_STEP, "orchestration.CompleteStep.v1");
    types.add(FAIL_STEP, "orchestration.FailStep.v1");
    types.add(OFFER_SLOTS, "orchestration.OfferSlots.v1");
    types.add("orchestration.TimeEstimate.v1", TimeEstimate.class);
    types.add(ESTIMATE_TIME, "orchestration.EstimateTime.v1");
    CostMessages.catalogue(types);
  }
}
