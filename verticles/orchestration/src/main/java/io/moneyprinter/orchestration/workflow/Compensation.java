package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How what a step did is undone when its job fails or is called off. It may be asked more than once
 * for the same, so the call has to be idempotent.
 *
 * @param call who is asked, directly
 * @param with a binding for each component of the call's request
 * @param timeout the longest one try may take
 */
public record Compensation(
    Call<?, ?> call, Map<String, Expression> with, RetryRule retries, Duration timeout) {
  /** The result of the part that is undone. */
  public static final String RESULT = "result";

  static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  public Compensation {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(timeout, "timeout");
    with = new LinkedHashMap<>(with);
  }

  /** All names that must have a value. */
  public Set<String> roots() {
    Set<String> names = new TreeSet<>();
    with.values().forEach(binding -> names.addAll(binding.roots()));
    return names;
  }
}
