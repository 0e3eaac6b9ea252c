package io.moneyprinter.codecs.bus;

/**
 * The closed set of reasons for which a call may fail. Every failure on the bus, in the database,
 * in the API and on the command line is one of these.
 */
public enum FailureCode {
  /** The caller sent something wrong; the violations say what and how to mend it. */
  INVALID(400, 65, false),
  /** The caller did not say who it is, or its credential is no longer good. */
  UNAUTHENTICATED(401, 77, false),
  /** The caller is known but may not do this. */
  FORBIDDEN(403, 77, false),
  /** What was asked for does not exist, or belongs to somebody else. */
  NOT_FOUND(404, 66, false),
  /** The request cannot be carried out in the present state. */
  CONFLICT(409, 65, false),
  /** An allowance is used up. */
  QUOTA(429, 75, false),
  /** The work was cancelled. */
  CANCELLED(409, 75, false),
  /** Something that is needed is not reachable at present; the same call may succeed later. */
  UNAVAILABLE(503, 69, true),
  /** The deadline passed. */
  TIMEOUT(504, 75, true),
  /** No space, no permission or another trouble of the machine itself. */
  RESOURCE(507, 74, true),
  /** A message did not decode; sender and receiver disagree about its form. */
  MALFORMED_MESSAGE(502, 76, false),
  /** A fault of ours. */
  INTERNAL(500, 70, true);

  private final int httpStatus;
  private final int exitCode;
  private final boolean retryable;

  FailureCode(int httpStatus, int exitCode, boolean retryable) {
    this.httpStatus = httpStatus;
    this.exitCode = exitCode;
    this.retryable = retryable;
  }

  /** The HTTP status that stands for this code (RFC 9110). */
  public int httpStatus() {
    return httpStatus;
  }

  /** The process exit code that stands for this code (BSD sysexits, 64 to 78). */
  public int exitCode() {
    return exitCode;
  }

  /** Whether the same call may succeed when made again unchanged. */
  public boolean retryable() {
    return retryable;
  }
}
