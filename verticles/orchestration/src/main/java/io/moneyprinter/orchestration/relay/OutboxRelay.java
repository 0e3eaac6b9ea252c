package io.moneyprinter.orchestration.relay;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RecordEvents;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.orchestration.run.Pulse;
import io.moneyprinter.orchestration.state.OutboxStore;
import io.moneyprinter.orchestration.state.OutboxStore.Lane;
import io.moneyprinter.orchestration.state.OutboxStore.Owed;
import io.moneyprinter.platform.events.EventSink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells the other services what the outbox holds: at least once, each job's events in order, kept
 * until acknowledged. A service that is away is tried again after a growing pause and holds up
 * nobody else. Any number of nodes may relay.
 */
public final class OutboxRelay {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int LANES = 16;
  private static final int EVENTS_AT_ONCE = 200;

  /** Longer than any call takes, so that a lane is never delivered by two nodes at a time. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /** Also the longest that live listeners wait while the notification service is away. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Pool pool;
  private final EventBus bus;
  private final OutboxStore outbox;
  private final UsageReport usage;
  private final EventSink outside;
  private final Pulse pulse;
  private final Set<Future<?>> underWay = new HashSet<>();

  /**
   * Begins. Has to be made on the event loop it is to run on.
   *
   * @param outside where events go for consumers outside
   * @param poll how often to look when nobody wakes it
   */
  public OutboxRelay(
      Vertx vertx,
      Pool pool,
      OutboxStore outbox,
      UsageReport usage,
      EventSink outside,
      Duration poll) {
    this.pool = pool;
    this.bus = vertx.eventBus();
    this.outbox = outbox;
    this.usage = usage;
    this.outside = outside;
    this.pulse = new Pulse(vertx, "relay events", poll, this::pass);
  }

  /** Says that there is something new to tell. From any thread. */
  public void wake() {
    pulse.wake();
  }

  /**
   * Where this node is alone, nobody else is delivering: what a killed one had begun is due now.
   */
  public Future<Void> takeOver() {
    return outbox.allDue(pool).onSuccess(due -> wake());
  }

  private Future<?> pass() {
    int free = LANES - underWay.size();
    if (free <= 0) {
      return Future.succeededFuture();
    }
    return outbox.take(pool, free, LEASE).onSuccess(lanes -> lanes.forEach(this::start));
  }

  private void start(Lane lane) {
    Future<?> delivery = outbox.contents(pool, lane, EVENTS_AT_ONCE).compose(o -> deliver(lane, o));
    underWay.add(delivery);
    delivery.onComplete(
        done -> {
          underWay.remove(delivery);
          wake();
        });
  }

  private Future<Void> deliver(Lane lane, List<Owed> owed) {
    CallContext caller =
        new CallContext(lane.correlationId(), lane.tenant(), CallContext.SYSTEM, null);
    Future<?> told =
        switch (lane.target()) {
          case EVENTS -> tellEvents(owed, caller);
          case OUTSIDE ->
              outside.publish(owed.stream().map(Owed::event).toList(), lane.correlationId());
          case USAGE -> tellUsage(lane, caller);
        };
    return told.transform(
        answer -> {
          if (lane.target() == OutboxStore.Target.EVENTS) {
            publish(owed);
          }
          return answer.succeeded()
              ? outbox.delivered(pool, owed)
              : postpone(lane, owed, answer.cause());
        });
  }

  private Future<?> tellEvents(List<Owed> owed, CallContext caller) {
    return NotificationMessages.RECORD.ask(
        bus, new RecordEvents(owed.stream().map(Owed::event).toList()), caller);
  }

  private Future<?> tellUsage(Lane lane, CallContext caller) {
    return usage
        .of(lane.jobId())
        .compose(
            used ->
                used.isPresent()
                    ? AnalyticsMessages.RECORD.ask(bus, used.get(), caller)
                    : Future.succeededFuture());
  }

  /**
   * Live listeners hear an event after it can be replayed, so that whoever looks in between misses
   * nothing; and once, even when it cannot be stored at present.
   */
  private void publish(List<Owed> owed) {
    owed.stream()
        .filter(event -> event.attempts() == 0)
        .forEach(event -> OrchestrationMessages.JOB_EVENTS.publish(bus, event.event()));
  }

  private Future<Void> postpone(Lane lane, List<Owed> owed, Throwable cause) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(lane.attempts(), 10));
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
    // The first failure and then ever fewer: a service may be away for long.
    LOG.atLevel(Integer.bitCount(lane.attempts()) <= 1 ? Level.WARN : Level.DEBUG)
        .log(
            "{} of job {} not delivered, again in {} s: {}",
            lane.target(),
            lane.jobId(),
            pause.toMillis() / 1000.0,
            cause.getMessage());
    return outbox.later(pool, owed, pause);
  }

  /** Takes nothing more; done when what is under way is. */
  public Future<?> close() {
    return pulse
        .close()
        .compose(closed -> Future.join(List.copyOf(underWay)))
        .transform(any -> Future.succeededFuture());
  }
}
