package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in the events of jobs what somebody wants to be told. */
public final class JobIncidents {
  /** The order has to be counted before it can be seen how many are left. */
  private static final Duration COUNTED = Duration.ofSeconds(2);

  private final IncidentStore store;

  public JobIncidents(IncidentStore store) {
    this.store = store;
  }

  /** Keeps what is worth telling. Hearing an event twice does no harm. */
  public Future<Void> hear(List<JobEvent> events) {
    return Future.all(events.stream().map(this::hear).toList()).mapEmpty();
  }

  private Future<?> hear(JobEvent event) {
    Optional<NoticeKind> kind =
        switch (event.type()) {
          case JOB_COMPLETED -> Optional.of(NoticeKind.VIDEO_COMPLETED);
          case JOB_FAILED -> Optional.of(NoticeKind.VIDEO_FAILED);
          case APPROVAL_WANTED -> Optional.of(NoticeKind.VIDEO_REVIEW);
          case JOB_CREATED -> Optional.of(NoticeKind.QUOTA_NEAR);
          default -> Optional.empty();
        };
    return kind.<Future<?>>map(
            found ->
                store.add(
                    incident(event, found),
                    found == NoticeKind.QUOTA_NEAR ? COUNTED : Duration.ZERO))
        .orElseGet(Future::succeededFuture);
  }

  private static Incident incident(JobEvent event, NoticeKind kind) {
    return new Incident(
        "job:" + event.jobId() + ":" + event.sequence(),
        event.tenant(),
        kind,
        null,
        event.at(),
        kind == NoticeKind.QUOTA_NEAR ? Map.of() : Map.of("video", event.jobId()));
  }
}
