package io.moneyprinter.codecs.bus;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.net.ConnectException;
import java.util.List;
import java.util.Objects;

/**
 * A failure as a value: what went wrong, said to a person, with a closed {@linkplain FailureCode
 * code}. It travels the bus as the failed outcome of a call.
 */
public final class ServiceFailure extends ReplyException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final transient List<Violation> violations;

  public ServiceFailure(FailureCode code, String message) {
    this(code, message, List.of());
  }

  public ServiceFailure(FailureCode code, String message, List<Violation> violations) {
    super(ReplyFailure.RECIPIENT_FAILURE, code.ordinal(), message);
    this.code = Objects.requireNonNull(code, "code");
    this.violations = violations == null ? List.of() : List.copyOf(violations);
  }

  /** A refusal that names the fields at fault. */
  public static ServiceFailure invalid(String message, List<Violation> violations) {
    return new ServiceFailure(FailureCode.INVALID, message, violations);
  }

  /** A refusal of one field. */
  public static ServiceFailure invalid(String pointer, String message) {
    return new ServiceFailure(
        FailureCode.INVALID, message, List.of(new Violation(pointer, message)));
  }

  /** What was asked for is not there, or is not to be seen by whoever asks. */
  public static ServiceFailure notFound(String message) {
    return new ServiceFailure(FailureCode.NOT_FOUND, message);
  }

  /** The present state does not allow it. */
  public static ServiceFailure conflict(String message) {
    return new ServiceFailure(FailureCode.CONFLICT, message);
  }

  /** A later try may succeed. */
  public static ServiceFailure unavailable(String message) {
    return new ServiceFailure(FailureCode.UNAVAILABLE, message);
  }

  /**
   * Turns anything a handler may fail with into a failure that may leave the node. A cause that is
   * not one of ours becomes {@link FailureCode#INTERNAL}; its text is kept because every reader of
   * the bus is trusted, and the gateway decides what a stranger may see.
   */
  public static ServiceFailure from(Throwable cause) {
    if (cause instanceof ServiceFailure failure) {
      return failure;
    }
    if (cause instanceof IllegalArgumentException) {
      return new ServiceFailure(FailureCode.INVALID, String.valueOf(cause.getMessage()));
    }
    if (cause instanceof java.util.concurrent.TimeoutException) {
      return new ServiceFailure(FailureCode.TIMEOUT, String.valueOf(cause.getMessage()));
    }
    if (cause instanceof ConnectException) {
      return new ServiceFailure(FailureCode.UNAVAILABLE, String.valueOf(cause.getMessage()));
    }
    return new ServiceFailure(FailureCode.INTERNAL, String.valueOf(cause));
  }

  /** Turns what the event bus itself reports into one of our codes, naming the address. */
  static ServiceFailure fromBus(String address, Throwable cause) {
    if (cause instanceof ReplyException reply && !(cause instanceof ServiceFailure)) {
      return switch (reply.failureType()) {
        case NO_HANDLERS ->
            new ServiceFailure(
                FailureCode.UNAVAILABLE, "No node serves " + address + " at present");
        case TIMEOUT ->
            new ServiceFailure(FailureCode.TIMEOUT, address + " did not answer within its time");
        default -> new ServiceFailure(FailureCode.INTERNAL, address + ": " + reply.getMessage());
      };
    }
    return from(cause);
  }

  public FailureCode code() {
    return code;
  }

  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }
}
