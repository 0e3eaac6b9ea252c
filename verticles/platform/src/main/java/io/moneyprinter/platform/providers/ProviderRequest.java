package io.moneyprinter.platform.providers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One question to a provider. The key is none of its business: {@link ProviderClient} adds it.
 *
 * @param address absolute, http or https
 * @param body may be {@code null}
 * @param accepted statuses beside 2xx that are answers to this question, not failures; those that
 *     concern the key or say when to come again are dealt with all the same
 * @param deadline until when waiting makes sense
 * @param patience the longest that a provider's wish to be asked later is waited for
 * @param chunks hears a 2xx answer as it comes, on an event loop; may be {@code null}
 */
public record ProviderRequest(
    HttpMethod method,
    String address,
    Map<String, String> headers,
    Buffer body,
    Set<Integer> accepted,
    Instant deadline,
    Duration patience,
    Consumer<Buffer> chunks) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  public ProviderRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(address, "address");
    headers = Map.copyOf(headers);
    accepted = Set.copyOf(accepted);
    deadline = deadline == null ? Instant.MAX : deadline;
    patience = patience == null ? USUAL_PATIENCE : patience;
  }

  /** A question without a body. */
  public static ProviderRequest get(String address) {
    return new ProviderRequest(HttpMethod.GET, address, Map.of(), null, Set.of(), null, null, null);
  }

  /** A question whose body is JSON. */
  public static ProviderRequest postJson(String address, Buffer json) {
    return new ProviderRequest(HttpMethod.POST, address, Map.of(), json, Set.of(), null, null, null)
        .header("content-type", "application/json");
  }

  /** A question with a body of any kind. */
  public static ProviderRequest post(String address, String contentType, Buffer body) {
    return new ProviderRequest(HttpMethod.POST, address, Map.of(), body, Set.of(), null, null, null)
        .header("content-type", contentType);
  }

  /** With one header more. */
  public ProviderRequest header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ProviderRequest(method, address, more, body, accepted, deadline, patience, chunks);
  }

  /** Taking these statuses for answers too. */
  public ProviderRequest accepting(Integer... statuses) {
    return new ProviderRequest(
        method, address, headers, body, Set.of(statuses), deadline, patience, chunks);
  }

  /**
   * With a time until which an answer is of use, and the longest wait for a provider that says when
   * to come again.
   */
  public ProviderRequest until(Instant end, Duration longestWait) {
    return new ProviderRequest(method, address, headers, body, accepted, end, longestWait, chunks);
  }

  /** Heard as it comes. The whole answer is given at the end as well. */
  public ProviderRequest heardBy(Consumer<Buffer> listener) {
    return new ProviderRequest(
        method, address, headers, body, accepted, deadline, patience, listener);
  }
}
