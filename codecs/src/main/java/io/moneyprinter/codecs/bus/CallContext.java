package io.moneyprinter.codecs.bus;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What every call carries beside its message: who asks, which request it belongs to, and until when
 * an answer is of use. It rides in message headers and, on arrival, in the Vert.x context, so that
 * whatever a handler asks next inherits it. (The W3C trace context travels beside it, by Vert.x's
 * own tracer.)
 *
 * @param correlationId ties together everything done for one outside request
 * @param tenant whose data the call may touch
 * @param subject who asks: a user id, a key id, or {@code system}
 * @param deadline when the caller stops waiting; {@code null} for no limit
 */
public record CallContext(String correlationId, String tenant, String subject, Instant deadline) {
  /** The tenant of a single-user installation. */
  public static final String LOCAL_TENANT = "local";

  /** The subject of work that no user asked for. */
  public static final String SYSTEM = "system";

  private static final ContextLocal<CallContext> LOCAL =
      ContextLocal.registerLocal(CallContext.class);

  private static final String CORRELATION_HEADER = "correlation-id";
  private static final String TENANT_HEADER = "tenant";
  private static final String SUBJECT_HEADER = "subject";
  private static final String DEADLINE_HEADER = "deadline";

  public CallContext {
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
  }

  /**
   * Reserves the places in the Vert.x context, of this, of {@link Cancellation} and of {@link
   * CallGuard}; has to be called before the first {@link Vertx} is built, because Vert.x counts its
   * context locals then.
   */
  public static void prepare() {
    Objects.requireNonNull(LOCAL);
    Objects.requireNonNull(CancellationPlace.LOCAL);
    Objects.requireNonNull(GuardPlace.LOCAL);
  }

  /** A fresh context for work that starts inside the system. */
  public static CallContext system(String tenant) {
    return new CallContext(UUID.randomUUID().toString(), tenant, SYSTEM, null);
  }

  /** The context of the call being handled, if there is one. */
  public static Optional<CallContext> current() {
    Context context = Vertx.currentContext();
    return context == null ? Optional.empty() : Optional.ofNullable(context.getLocal(LOCAL));
  }

  /** The context of the call being handled, or a fresh one of the local tenant. */
  public static CallContext currentOrSystem() {
    return current().orElseGet(() -> system(LOCAL_TENANT));
  }

  /** Makes this the context of what the current (duplicated) Vert.x context goes on to do. */
  public void enter() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.putLocal(LOCAL, this);
    }
  }

  /** The same call with a deadline no later than {@code limit} from now. */
  public CallContext within(Duration limit) {
    Instant until = Instant.now().plus(limit);
    return new CallContext(
        correlationId,
        tenant,
        subject,
        deadline == null || until.isBefore(deadline) ? until : deadline);
  }

  /** Time left, never negative; {@code fallback} when there is no deadline. */
  public Duration remaining(Duration fallback) {
    if (deadline == null) {
      return fallback;
    }
    Duration left = Duration.between(Instant.now(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether the deadline is over, by the local clock; never without one. */
  public boolean expired() {
    return deadline != null && !Instant.now().isBefore(deadline);
  }

  void writeTo(MultiMap headers) {
    headers.set(CORRELATION_HEADER, correlationId);
    headers.set(TENANT_HEADER, tenant);
    headers.set(SUBJECT_HEADER, subject);
    if (deadline != null) {
      headers.set(DEADLINE_HEADER, Long.toString(deadline.toEpochMilli()));
    }
  }

  static CallContext readFrom(MultiMap headers) {
    String deadline = headers.get(DEADLINE_HEADER);
    return new CallContext(
        orElse(headers.get(CORRELATION_HEADER), "none"),
        orElse(headers.get(TENANT_HEADER), LOCAL_TENANT),
        orElse(headers.get(SUBJECT_HEADER), SYSTEM),
        deadline == null ? null : Instant.ofEpochMilli(Long.parseLong(deadline)));
  }

  private static String orElse(String value, String fallback) {
    return value == null ? fallback : value;
  }
}
