package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.FailureCode;
import java.util.Locale;

/**
 * @param name last part of the problem's URN
 * @param title the same in words
 */
public record ProblemType(String name, String title) {
  /** The detail of a 404 for a path that this version of the API does not have. */
  public static final String NO_PATH = "Nothing is here; the paths are listed at /v1/openapi.json";

  public static ProblemType of(FailureCode code) {
    String title =
        switch (code) {
          case INVALID -> "The request is not valid";
          case UNAUTHENTICATED -> "A valid credential is needed";
          case FORBIDDEN -> "This is not allowed";
          case NOT_FOUND -> "There is no such thing";
          case CONFLICT -> "The present state does not allow this";
          case QUOTA -> "An allowance is used up";
          case CANCELLED -> "The work was cancelled";
          case UNAVAILABLE -> "A part of the service is not reachable";
          case TIMEOUT -> "The answer took too long";
          case RESOURCE -> "The machine is short of something";
          case MALFORMED_MESSAGE, INTERNAL -> "Something went wrong on our side";
        };
    return new ProblemType(code.name().toLowerCase(Locale.ROOT).replace('_', '-'), title);
  }

  static ProblemType of(int status) {
    return switch (status) {
      case 401 -> of(FailureCode.UNAUTHENTICATED);
      case 403 -> of(FailureCode.FORBIDDEN);
      case 404 -> of(FailureCode.NOT_FOUND);
      case 405 -> new ProblemType("method-not-allowed", "This path does not take this method");
      case 406 -> new ProblemType("not-acceptable", "No such form of the answer");
      case 409 -> of(FailureCode.CONFLICT);
      case 410 -> new ProblemType("gone", "It was here, and is no more");
      case 412 -> new ProblemType("precondition-failed", "Somebody changed it meanwhile");
      case 413 -> new ProblemType("too-large", "The request is too large");
      case 414 -> new ProblemType("uri-too-long", "The path or query is too long");
      case 415 -> new ProblemType("unsupported-media-type", "The body is of the wrong type");
      case 416 -> new ProblemType("range-not-satisfiable", "The file has no such part");
      case 423 -> new ProblemType("locked", "Somebody else is at it");
      case 426 -> new ProblemType("upgrade-required", "This address speaks WebSocket");
      case 431 -> new ProblemType("headers-too-large", "The headers are too many or too long");
      case 429 -> new ProblemType("rate-limit", "Too many requests");
      default -> of(status >= 500 ? FailureCode.INTERNAL : FailureCode.INVALID);
    };
  }

  public String urn() {
    return "urn:moneyprinter:problem:" + name;
  }
}
