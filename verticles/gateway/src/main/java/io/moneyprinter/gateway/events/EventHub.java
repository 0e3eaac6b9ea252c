package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.ReplayEvents;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All feeds of one gateway instance: hears the job events of the whole system once and hands each
 * to those who follow that job. Of one event loop.
 */
public final class EventHub {
  private final Vertx vertx;
  private final int limit;
  private final Map<String, Set<JobFeed>> feeds = new HashMap<>();
  private final long ticker;
  private int open;
  private boolean leaving;

  /**
   * @param heartbeat time between signs of life on a quiet stream
   * @param limit most feeds open at once
   */
  public EventHub(Vertx vertx, Duration heartbeat, int limit) {
    this.vertx = vertx;
    this.limit = limit;
    this.ticker =
        vertx.setPeriodic(heartbeat.toMillis(), now -> everyFeed().forEach(JobFeed::tick));
  }

  /** A live event. The feeds of a job were opened only for readers of its tenant. */
  public void hear(JobEvent event) {
    List.copyOf(feeds.getOrDefault(event.jobId(), Set.of())).forEach(feed -> feed.announce(event));
  }

  /** Throws {@code UNAVAILABLE} when no more streams are taken. */
  void requireRoom() {
    if (leaving || open >= limit) {
      throw ServiceFailure.unavailable(
          "This node follows as many jobs as it can; try again in a moment");
    }
  }

  /** Opens a feed for a reader who was found to be allowed to follow the job. */
  JobFeed follow(String jobId, long after, JobEnd end, CallContext caller, EventSink sink) {
    JobFeed feed =
        new JobFeed(
            vertx,
            jobId,
            after,
            end,
            seen ->
                NotificationMessages.REPLAY.ask(
                    vertx.eventBus(), new ReplayEvents(jobId, seen), caller),
            sink);
    if (feeds.computeIfAbsent(jobId, id -> new HashSet<>()).add(feed)) {
      open++;
    }
    return feed;
  }

  void forget(JobFeed feed) {
    feed.close();
    Set<JobFeed> ofJob = feeds.get(feed.jobId());
    if (ofJob != null && ofJob.remove(feed)) {
      open--;
      if (ofJob.isEmpty()) {
        feeds.remove(feed.jobId());
      }
    }
  }

  int open() {
    return open;
  }

  private List<JobFeed> everyFeed() {
    return feeds.values().stream().flatMap(Set::stream).toList();
  }

  /** Ends all streams in good order; their readers come back to another node. */
  public void close() {
    leaving = true;
    vertx.cancelTimer(ticker);
    everyFeed()
        .forEach(
            feed -> {
              feed.leave();
              forget(feed);
            });
  }
}
