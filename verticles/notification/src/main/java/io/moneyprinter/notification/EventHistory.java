package io.moneyprinter.notification;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.EventList;
import io.moneyprinter.codecs.notification.EventsRecorded;
import io.moneyprinter.codecs.notification.RecordEvents;
import io.moneyprinter.codecs.notification.ReplayEvents;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.notification.notice.JobIncidents;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/**
 * What happened to jobs, for whoever was not listening. The store decides what there is; the cache
 * only spares reading it again, and is believed when it reaches without a gap to the store's end.
 */
final class EventHistory {
  /** Events in one answer. */
  static final int MOST_REPLAYED = 1000;

  /** Events in one request. */
  private static final int MOST_RECORDED = 1000;

  private final EventStore store;
  private final RecentEvents recent;
  private final JobIncidents incidents;
  private final Runnable told;
  private final Supplier<String> tenant;

  /**
   * @param told wakes who tells people
   * @param tenant for whom the present call works
   */
  EventHistory(
      EventStore store,
      RecentEvents recent,
      JobIncidents incidents,
      Runnable told,
      Supplier<String> tenant) {
    this.store = store;
    this.recent = recent;
    this.incidents = incidents;
    this.told = told;
    this.tenant = tenant;
  }

  /** Answers {@link io.moneyprinter.codecs.notification.NotificationMessages#RECORD}. */
  Future<EventsRecorded> record(RecordEvents request) {
    List<JobEvent> events = request.events();
    if (events.isEmpty()) {
      return Future.succeededFuture(new EventsRecorded(0));
    }
    if (events.size() > MOST_RECORDED) {
      throw ServiceFailure.invalid(
          "/events", "At most " + MOST_RECORDED + " events at once, please: send them in portions");
    }
    // The copy is not waited for: nobody believes it beyond what the store confirms.
    return store
        .record(events)
        .onSuccess(fresh -> recent.add(events))
        .compose(fresh -> incidents.hear(events).map(fresh))
        .onSuccess(fresh -> told.run())
        .map(EventsRecorded::new);
  }

  /** Answers {@link io.moneyprinter.codecs.notification.NotificationMessages#REPLAY}. */
  Future<EventList> replay(ReplayEvents request) {
    if (request.after() < 0) {
      throw ServiceFailure.invalid("/after", "A sequence number is 0 or more");
    }
    String owner = tenant.get();
    return store
        .last(request.jobId(), owner)
        .compose(
            last ->
                last <= request.after()
                    ? Future.succeededFuture(List.<JobEvent>of())
                    : between(request, owner, last))
        .map(EventList::new);
  }

  private Future<List<JobEvent>> between(ReplayEvents request, String owner, long last) {
    long after = request.after();
    return recent
        .after(request.jobId(), after, MOST_REPLAYED)
        .compose(
            cached ->
                reaches(cached, owner, after, last)
                    ? Future.succeededFuture(cached)
                    : store.replay(request.jobId(), owner, after, MOST_REPLAYED));
  }

  /** Whether these are the events after {@code after}, one by one, up to {@code last}. */
  private static boolean reaches(List<JobEvent> cached, String owner, long after, long last) {
    long wanted = Math.min(last - after, MOST_REPLAYED);
    if (cached.size() < wanted) {
      return false;
    }
    long expected = after;
    for (JobEvent event : cached) {
      expected++;
      if (event.sequence() != expected || !event.tenant().equals(owner)) {
        return false;
      }
    }
    return true;
  }
}
