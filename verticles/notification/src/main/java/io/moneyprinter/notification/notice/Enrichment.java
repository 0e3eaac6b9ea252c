package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.GetQuota;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks those who know what an incident is about, and whether it is worth telling at all. */
final class Enrichment {
  private static final int LONGEST_TITLE = 80;

  /** Of the month's videos, in per cent. */
  private static final int NEAR = 80;

  private final EventBus bus;

  Enrichment(EventBus bus) {
    this.bus = bus;
  }

  /** With everything that its texts name; empty where nobody is to be told. */
  Future<Optional<Incident>> of(Incident incident) {
    return switch (incident.kind()) {
      case VIDEO_COMPLETED, VIDEO_FAILED, VIDEO_REVIEW -> gone(video(incident));
      case BATCH_FINISHED -> gone(batch(incident));
      case QUOTA_NEAR, QUOTA_REACHED -> gone(quota(incident));
      default -> Future.succeededFuture(Optional.of(incident));
    };
  }

  /** What is no more is not told of. */
  private static Future<Optional<Incident>> gone(Future<Optional<Incident>> found) {
    return found.recover(
        cause ->
            cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND
                ? Future.succeededFuture(Optional.empty())
                : Future.failedFuture(cause));
  }

  private Future<Optional<Incident>> video(Incident incident) {
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(incident.data().get("video")), incident.caller())
        .map(job -> about(incident, job));
  }

  /** Of a batch only its end is told; but a row of it that waits for somebody waits for long. */
  private static Optional<Incident> about(Incident incident, Job job) {
    if (job.batchId() != null && incident.kind() != NoticeKind.VIDEO_REVIEW) {
      return Optional.empty();
    }
    Incident told = incident.concerning(job.subject()).with("title", title(job));
    return Optional.of(
        incident.kind() == NoticeKind.VIDEO_FAILED && job.failure() != null
            ? told.with("reason", job.failure().message()).with("step", job.failure().step())
            : told);
  }

  private static String title(Job job) {
    VideoBrief brief = job.brief();
    String text =
        Stream.of(
                job.result() == null ? null : job.result().title(),
                brief.title(),
                brief.topic(),
                brief.script())
            .filter(said -> said != null && !said.isBlank())
            .findFirst()
            .orElse(job.id().substring(0, 8));
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  private Future<Optional<Incident>> batch(Incident incident) {
    return BatchMessages.GET
        .ask(bus, new GetBatch(incident.data().get("batch")), incident.caller())
        .map(
            batch ->
                Optional.of(
                    incident
                        .with("done", batch.counts().done())
                        .with("failed", batch.counts().failed() + batch.counts().invalid())
                        .with("rows", batch.rows())));
  }

  /** The key is that of the month, so that each is told once in it. */
  private Future<Optional<Incident>> quota(Incident incident) {
    return AccessMessages.QUOTA
        .ask(bus, new GetQuota(), incident.caller())
        .map(quota -> used(incident, quota));
  }

  private static Optional<Incident> used(Incident incident, Quota quota) {
    Integer limit = quota.videosPerMonth();
    if (limit == null || limit <= 0 || quota.videosUsed() * 100L < (long) limit * NEAR) {
      return Optional.empty();
    }
    NoticeKind kind =
        quota.videosUsed() >= limit ? NoticeKind.QUOTA_REACHED : NoticeKind.QUOTA_NEAR;
    return Optional.of(
        new Incident(
                "quota:" + incident.tenant() + ":" + quota.resetsAt() + ":" + kind,
                incident.tenant(),
                kind,
                null,
                incident.at(),
                incident.data())
            .with("used", quota.videosUsed())
            .with("limit", limit)
            .with("resetsAt", quota.resetsAt().toString().substring(0, 10)));
  }
}
