package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.notification.Rounds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for one way to people: one node at a time, each once. What may succeed later is
 * tried again after pauses that double, {@value #MOST_ATTEMPTS} times at most. Of one event loop.
 *
 * @param <T> where a dispatch goes to, such as an address
 */
public final class DispatchRounds<T> {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchRounds.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 10;

  private final Dispatches dispatches;
  private final PreferenceStore preferences;
  private final Carrier<T> carrier;
  private final Duration firstPause;
  private final Rounds rounds;

  /** One way to people. */
  public interface Carrier<T> {
    /** What is carried, for the log, such as "an e-mail". */
    String name();

    /** Where it goes; empty where it has become needless. */
    Future<Optional<T>> target(Dispatches.Parcel parcel);

    /** Why it is needless without a target, in a sentence. */
    String withoutTarget();

    /** Carries it; a failure is as good as {@link Outcome.Later}. */
    Future<Outcome> carry(
        T target, Dispatches.Parcel parcel, List<Notice> notices, String language);
  }

  /** What became of a dispatch. */
  public sealed interface Outcome {
    /** It was taken. */
    record Sent() implements Outcome {}

    /** Nobody wants it any more. */
    record Needless(String why) implements Outcome {}

    /** It will never be taken. */
    record Refused(String why) implements Outcome {}

    /**
     * It may be taken another time.
     *
     * @param asked how long the other side wants to be left alone, at least
     */
    record Later(String why, Duration asked) implements Outcome {}
  }

  /**
   * @param firstPause until what could not be sent is tried again; then twice as long
   */
  public DispatchRounds(
      Vertx vertx,
      Dispatches dispatches,
      PreferenceStore preferences,
      Carrier<T> carrier,
      Duration firstPause) {
    this.dispatches = dispatches;
    this.preferences = preferences;
    this.carrier = carrier;
    this.firstPause = firstPause;
    this.rounds = new Rounds(vertx, "send " + carrier.name(), PERIOD, this::sendNext);
  }

  public void start() {
    rounds.start();
  }

  /** There may be something to send. */
  public void wake() {
    rounds.wake();
  }

  /** Done when what is under way is. */
  public Future<Void> close() {
    return rounds.close();
  }

  private Future<Boolean> sendNext() {
    return dispatches
        .claim()
        .compose(
            claimed ->
                claimed.isEmpty() ? Future.succeededFuture(false) : send(claimed.get(0)).map(true));
  }

  private Future<?> send(Dispatches.Parcel parcel) {
    return carrier
        .target(parcel)
        .compose(
            target ->
                target.isEmpty()
                    ? Future.<Outcome>succeededFuture(new Outcome.Needless(carrier.withoutTarget()))
                    : carry(parcel, target.get()))
        .compose(outcome -> settle(parcel, outcome))
        .recover(cause -> settle(parcel, new Outcome.Later(reason(cause), Duration.ZERO)));
  }

  private Future<Outcome> carry(Dispatches.Parcel parcel, T target) {
    return preferences
        .of(parcel.tenant(), parcel.subject())
        .compose(
            chosen ->
                dispatches
                    .unread(parcel, chosen.language())
                    .compose(
                        notices ->
                            notices.isEmpty()
                                ? Future.succeededFuture(new Outcome.Needless("Read before"))
                                : carrier.carry(target, parcel, notices, chosen.language())));
  }

  private Future<Void> settle(Dispatches.Parcel parcel, Outcome outcome) {
    if (outcome instanceof Outcome.Sent) {
      return dispatches.sent(parcel).mapEmpty();
    }
    if (outcome instanceof Outcome.Needless needless) {
      return dispatches.needless(parcel, needless.why()).mapEmpty();
    }
    if (outcome instanceof Outcome.Later later && parcel.attempts() < MOST_ATTEMPTS) {
      LOG.info("To {}, {} is sent later: {}", parcel.subject(), carrier.name(), later.why());
      Duration pause = firstPause.multipliedBy(1L << (parcel.attempts() - 1));
      Duration longest = later.asked().compareTo(pause) > 0 ? later.asked() : pause;
      return dispatches.later(parcel, longest, later.why()).mapEmpty();
    }
    String why =
        outcome instanceof Outcome.Later later ? later.why() : ((Outcome.Refused) outcome).why();
    LOG.warn("To {}, {} is given up: {}", parcel.subject(), carrier.name(), why);
    return dispatches.givenUp(parcel, why).mapEmpty();
  }

  /** What a failure says, as PostgreSQL can keep it. */
  public static String reason(Throwable cause) {
    return String.valueOf(cause.getMessage()).replace("\0", "");
  }
}
