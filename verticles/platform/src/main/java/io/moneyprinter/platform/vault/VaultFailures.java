package io.moneyprinter.platform.vault;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Says what Vault's refusals mean and what to do about them. Only Vault's own words of an error are
 * passed on, never another part of an answer.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs#http-status-codes">Status codes</a>
 */
final class VaultFailures {
  private static final int LONGEST = 200;

  private final String address;

  VaultFailures(String address) {
    this.address = address;
  }

  /**
   * @param deed such as {@code read secret/data/app}
   * @param retryAfter header of that name; may be {@code null}
   */
  ServiceFailure of(String deed, int status, String body, String retryAfter) {
    String words = words(body);
    String vault = "Vault at " + address;
    return switch (status) {
      case 400 ->
          new ServiceFailure(
              FailureCode.INVALID,
              vault + " takes the request to " + deed + " for malformed" + words);
      case 401, 403 ->
          new ServiceFailure(
              FailureCode.FORBIDDEN,
              "%s does not let us %s (%d%s): check that the token or AppRole of security.vault is"
                      .formatted(vault, deed, status, words)
                  + " still good and that its policy allows this path");
      case 404 ->
          ServiceFailure.notFound(
              vault
                  + " has nothing to "
                  + deed
                  + " (404"
                  + words
                  + "): check mount, path and version of the reference, and that it is not deleted");
      case 412 -> ServiceFailure.unavailable(vault + " is not yet up to date (412): try again");
      case 429 ->
          ServiceFailure.unavailable(
              vault
                  + " limits how often it is asked (429)"
                  + (retryAfter == null ? "" : "; it asks to come again in " + retryAfter + " s"));
      case 503 ->
          ServiceFailure.unavailable(
              words.contains("sealed")
                  ? vault + " is sealed (503): unseal it with 'vault operator unseal'"
                  : vault + " is a standby or being looked after (503" + words + "): try again");
      default ->
          status >= 300 && status < 400
              ? new ServiceFailure(
                  FailureCode.INVALID,
                  vault
                      + " sends elsewhere ("
                      + status
                      + "): set security.vault.address to the"
                      + " active node or to the cluster's own address")
              : ServiceFailure.unavailable(
                  vault + " failed to " + deed + " (" + status + words + ")");
    };
  }

  ServiceFailure unreadable(String deed) {
    return ServiceFailure.unavailable(
        "The answer of "
            + address
            + " when asked to "
            + deed
            + " is not Vault's: check that security.vault.address names Vault, not a proxy's page");
  }

  ServiceFailure unreachable(String deed, Throwable cause) {
    if (cause instanceof ServiceFailure known) {
      return known;
    }
    return cause instanceof TimeoutException
        ? new ServiceFailure(
            FailureCode.TIMEOUT,
            "Vault at "
                + address
                + " did not answer in time when asked to "
                + deed
                + " (security.vault.timeout)")
        : ServiceFailure.unavailable(
            "Vault at "
                + address
                + " cannot be reached ("
                + cause.getMessage()
                + "): check security.vault.address, and that it runs");
  }

  /** Vault's own words: {@code {"errors": ["…"]}}. */
  private static String words(String body) {
    try {
      JsonArray errors = new JsonObject(body).getJsonArray("errors", new JsonArray());
      String all = errors.stream().map(String::valueOf).collect(Collectors.joining("; "));
      String line = all.replaceAll("\\s+", " ").strip();
      if (line.isEmpty()) {
        return "";
      }
      return ": " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    } catch (DecodeException | ClassCastException notVaults) {
      return "";
    }
  }
}
