package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import java.time.Instant;
import java.util.List;

/** Makes a {@link Job} part by part; each part means what it means there. Of one thread. */
public final class JobBuilder {
  private final String id;
  private final String tenant;
  private String workflow;
  private JobState state = JobState.QUEUED;
  private double progress;
  private int queuePosition;
  private final VideoBrief brief;
  private List<StepView> steps = List.of();
  private Publication result;
  private JobFailure failure;
  private Instant createdAt = Instant.EPOCH;
  private Instant updatedAt = Instant.EPOCH;
  private boolean replayed;
  private Priority priority;
  private String rerunOf;
  private JobCost cost;
  private Integer secondsLeft;
  private Instant deletedAt;
  private String subject;
  private String batchId;

  JobBuilder(String id, String tenant, VideoBrief brief) {
    this.id = id;
    this.tenant = tenant;
    this.brief = brief;
  }

  JobBuilder(Job job) {
    this(job.id(), job.tenant(), job.brief());
    this.workflow = job.workflow();
    this.state = job.state();
    this.progress = job.progress();
    this.queuePosition = job.queuePosition();
    this.steps = job.steps();
    this.result = job.result();
    this.failure = job.failure();
    this.createdAt = job.createdAt();
    this.updatedAt = job.updatedAt();
    this.replayed = job.replayed();
    this.priority = job.priority();
    this.rerunOf = job.rerunOf();
    this.cost = job.cost();
    this.secondsLeft = job.secondsLeft();
    this.deletedAt = job.deletedAt();
    this.subject = job.subject();
    this.batchId = job.batchId();
  }

  public JobBuilder workflow(String workflow) {
    this.workflow = workflow;
    return this;
  }

  public JobBuilder state(JobState state) {
    this.state = state;
    return this;
  }

  public JobBuilder progress(double progress) {
    this.progress = progress;
    return this;
  }

  public JobBuilder queuePosition(int queuePosition) {
    this.queuePosition = queuePosition;
    return this;
  }

  public JobBuilder steps(List<StepView> steps) {
    this.steps = steps;
    return this;
  }

  public JobBuilder result(Publication result) {
    this.result = result;
    return this;
  }

  public JobBuilder failure(JobFailure failure) {
    this.failure = failure;
    return this;
  }

  public JobBuilder createdAt(Instant createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  public JobBuilder updatedAt(Instant updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  public JobBuilder replayed(boolean replayed) {
    this.replayed = replayed;
    return this;
  }

  public JobBuilder priority(Priority priority) {
    this.priority = priority;
    return this;
  }

  public JobBuilder rerunOf(String rerunOf) {
    this.rerunOf = rerunOf;
    return this;
  }

  public JobBuilder cost(JobCost cost) {
    this.cost = cost;
    return this;
  }

  public JobBuilder secondsLeft(Integer secondsLeft) {
    this.secondsLeft = secondsLeft;
    return this;
  }

  public JobBuilder deletedAt(Instant deletedAt) {
    this.deletedAt = deletedAt;
    return this;
  }

  public JobBuilder subject(String subject) {
    this.subject = subject;
    return this;
  }

  public JobBuilder batchId(String batchId) {
    this.batchId = batchId;
    return this;
  }

  /** Puts its times on one moment. */
  public JobBuilder at(Instant moment) {
    return createdAt(moment).updatedAt(moment);
  }

  public Job build() {
    return new Job(
        id,
        tenant,
        workflow,
        state,
        progress,
        queuePosition,
        brief,
        steps,
        result,
        failure,
        createdAt,
        updatedAt,
        replayed,
        priority,
        rerunOf,
        cost,
        secondsLeft,
        deletedAt,
        subject,
        batchId);
  }
}
