package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.notification.EventList;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one job for one reader: every event once, in order.
 *
 * <p>Live events only tell that there is something new. The next in the sequence is passed on as it
 * comes; any other sends the feed to the store for what lies between, which also covers events that
 * were lost on the way, a reader that was slow, and the time before it came. So nothing is kept in
 * memory but two numbers. Of one event loop.
 */
final class JobFeed {
  private static final Logger LOG = LoggerFactory.getLogger(JobFeed.class);
  private static final long FIRST_RETRY_MILLIS = 100;
  private static final long LAST_RETRY_MILLIS = 5_000;

  private final Vertx vertx;
  private final String jobId;
  private final LongFunction<Future<EventList>> replay;
  private final EventSink sink;
  private final JobEnd end;

  private JobEvent newest;
  private long passed;
  private long announced;
  private boolean reading;
  private boolean closed;
  private long retryMillis = FIRST_RETRY_MILLIS;

  /**
   * @param after sequence of the last event the reader has
   * @param end whether the job had ended when the reader came
   * @param replay asks the store for what follows a sequence number
   */
  JobFeed(
      Vertx vertx,
      String jobId,
      long after,
      JobEnd end,
      LongFunction<Future<EventList>> replay,
      EventSink sink) {
    this.vertx = vertx;
    this.jobId = jobId;
    this.passed = after;
    this.end = end;
    this.replay = replay;
    this.sink = sink;
  }

  String jobId() {
    return jobId;
  }

  /** A live event of this job. */
  void announce(JobEvent event) {
    announced = Math.max(announced, event.sequence());
    if (event.sequence() == passed + 1 && !reading && !closed && !sink.full()) {
      pass(event);
      if (JobEnd.endsJob(event)) {
        end();
      }
    } else if (event.sequence() > passed) {
      catchUp();
    }
  }

  /** Passes on whatever the store has that the reader has not. */
  void catchUp() {
    if (closed || reading || sink.full()) {
      return;
    }
    reading = true;
    replay
        .apply(lookingBack() ? passed - 1 : passed)
        .onComplete(
            read -> {
              reading = false;
              if (closed) {
                return;
              }
              if (read.failed()) {
                LOG.warn(
                    "Events of job {} could not be read: {}", jobId, read.cause().getMessage());
                later();
              } else {
                take(read.result());
              }
            });
  }

  /** What the reader came with may be the end: only the store can tell. */
  private boolean lookingBack() {
    return end.reached() && newest == null && passed > 0;
  }

  private void take(EventList stored) {
    long before = passed;
    for (JobEvent event : stored.events()) {
      if (event.sequence() == passed && newest == null && end.is(event)) {
        newest = event;
      } else if (event.sequence() > passed && !sink.full()) {
        pass(event);
      }
    }
    if (sink.full()) {
      return; // its drain calls catchUp
    }
    if (passed > before) {
      retryMillis = FIRST_RETRY_MILLIS;
      catchUp(); // the store may answer in pages
    } else if (announced > passed) {
      later(); // heard of, but not stored yet
    } else if (end.settled() || newest != null && JobEnd.endsJob(newest)) {
      end();
    } else if (end.reached()) {
      later(); // it has ended, but its end is not stored yet
    }
  }

  private void pass(JobEvent event) {
    passed = event.sequence();
    newest = event;
    sink.event(event);
  }

  private void end() {
    closed = true;
    sink.ended();
  }

  private void later() {
    vertx.setTimer(retryMillis, now -> catchUp());
    retryMillis = Math.min(retryMillis * 2, LAST_RETRY_MILLIS);
  }

  /** Now and then: shows life, and looks whether a live event got lost. */
  void tick() {
    if (!closed && !sink.full()) {
      sink.heartbeat();
      catchUp();
    }
  }

  void leave() {
    if (!closed) {
      closed = true;
      sink.leaving();
    }
  }

  /** The reader has gone. */
  void close() {
    closed = true;
  }
}
