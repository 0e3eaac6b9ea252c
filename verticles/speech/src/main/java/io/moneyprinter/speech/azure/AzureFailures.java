package io.moneyprinter.speech.azure;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.http.UpgradeRejectedException;

/** What a connection that does not come about means. */
final class AzureFailures {
  private static final int TOO_MANY = 429;

  private AzureFailures() {}

  static ServiceFailure of(Throwable cause) {
    if (!(cause instanceof UpgradeRejectedException refusal)) {
      return ServiceFailure.unavailable(
          "Azure cannot be reached: "
              + cause.getMessage()
              + ". Check speech.azure.region and speech.azure.base-url");
    }
    return switch (refusal.getStatus()) {
      case 401, 403 ->
          new ServiceFailure(
              FailureCode.INVALID,
              "Azure refused the key (%d). Set speech.azure.api-key to env:NAME of a variable that"
                      .formatted(refusal.getStatus())
                  + " holds one of the resource in speech.azure.region");
      case TOO_MANY ->
          new ServiceFailure(
              FailureCode.QUOTA, "Azure had too many requests, or its free share is used up");
      default ->
          ServiceFailure.unavailable(
              "Azure answered %d. Check speech.azure.region".formatted(refusal.getStatus()));
    };
  }
}
