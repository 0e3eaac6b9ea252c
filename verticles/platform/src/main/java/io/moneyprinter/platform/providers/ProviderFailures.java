package io.moneyprinter.platform.providers;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Says what an error of a provider means here, and what to do about it. */
final class ProviderFailures {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int PAYMENT_REQUIRED = 402;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final ProviderSettings settings;
  private final KeyRing keys;

  ProviderFailures(ProviderSettings settings, KeyRing keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** Google and Pixabay say 400 to a wrong key, everybody else 401 or 403. */
  static boolean refusesKey(int status, Complaint complaint) {
    return status == UNAUTHORIZED
        || status == FORBIDDEN
        || status == BAD_REQUEST
            && (complaint.message().startsWith("API key not valid")
                || complaint.message().contains("Invalid or missing API key"));
  }

  static boolean usedUp(int status, Complaint complaint) {
    return status == PAYMENT_REQUIRED || status == TOO_MANY_REQUESTS && complaint.usedUp();
  }

  /** The failure that a status other than 2xx stands for. */
  ServiceFailure of(int status, Complaint complaint) {
    ProviderSettings.SettingNames names = settings.names();
    if (refusesKey(status, complaint)) {
      String how = settings.keys().isEmpty() ? " wants a key" : " refused the key";
      return failure(
          FailureCode.INVALID,
          how + " (" + status + ")",
          complaint,
          "Set " + names.key() + " to env:NAME of a variable that holds a good one");
    }
    if (usedUp(status, complaint)) {
      return failure(
          FailureCode.QUOTA,
          " says that its account is used up",
          complaint,
          "Top it up, or set " + names.key() + " to another key");
    }
    if (status == NOT_FOUND) {
      return failure(
          FailureCode.INVALID,
          " does not know what it was asked for, or this address",
          complaint,
          "Check " + names.request() + " and " + names.address());
    }
    if (status == TOO_MANY_REQUESTS) {
      return failure(
          FailureCode.UNAVAILABLE,
          " has too many requests at present",
          complaint,
          "Try again later");
    }
    if (status >= SERVER_ERROR || status == REQUEST_TIMEOUT) {
      return failure(
          FailureCode.UNAVAILABLE,
          " has trouble of its own (" + status + ")",
          complaint,
          "Try again later");
    }
    return failure(
        FailureCode.INVALID,
        " did not take the request (" + status + ")",
        complaint,
        "Check " + names.address() + " and " + names.request());
  }

  /** The failure that no whole answer stands for. */
  ServiceFailure of(Throwable cause) {
    if (cause instanceof ServiceFailure known) {
      return known;
    }
    ProviderSettings.SettingNames names = settings.names();
    if (cause instanceof TimeoutException) {
      return ServiceFailure.unavailable(
          title()
              + " did not answer in time. Try again, or raise "
              + names.timeLimit()
              + " (now "
              + seconds(settings.timeLimit())
              + " s)");
    }
    if (cause instanceof IllegalArgumentException) {
      return new ServiceFailure(
          FailureCode.INVALID,
          title() + " cannot be asked: " + said(cause) + ". Check " + names.address());
    }
    return ServiceFailure.unavailable(
        title()
            + " could not be reached or broke off: "
            + said(cause)
            + ". Check that it runs and that "
            + names.address()
            + " is right");
  }

  /** It wants to be asked later than anybody waits. */
  ServiceFailure busy(Duration wait) {
    return ServiceFailure.unavailable(
        title()
            + " has too many requests at present and wants to be asked again in "
            + Math.max(1, wait.toSeconds())
            + " s");
  }

  /** An answer came that is not one. */
  ServiceFailure unreadable(String problem) {
    return ServiceFailure.unavailable(
        keys.masked(
            title()
                + " gave an answer that cannot be read: "
                + problem
                + ". Trying again may help; else check "
                + settings.names().address()));
  }

  /** The answer has more bytes than it may have. */
  ServiceFailure tooLarge() {
    return ServiceFailure.unavailable(
        title()
            + " sent more than "
            + settings.bodyLimit()
            + " bytes. Check "
            + settings.names().address());
  }

  /** The breaker lets nothing through. */
  ServiceFailure resting(Duration pause) {
    return ServiceFailure.unavailable(
        title()
            + " failed several times in a row and is left alone for up to "
            + pause.toSeconds()
            + " s");
  }

  private ServiceFailure failure(
      FailureCode code, String what, Complaint complaint, String remedy) {
    return new ServiceFailure(
        code, keys.masked(title() + what + complaint.sentence() + ". " + remedy));
  }

  private String said(Throwable cause) {
    return keys.masked(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
  }

  private String title() {
    return Character.toUpperCase(settings.title().charAt(0)) + settings.title().substring(1);
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? Long.toString(time.toSeconds())
        : Double.toString(time.toMillis() / 1000.0);
  }
}
