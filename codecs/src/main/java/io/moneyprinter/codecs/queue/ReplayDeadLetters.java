package io.moneyprinter.codecs.queue;

import java.util.Set;

/**
 * @param ids of dead letters, 1 to 1,000; those that are not there any more are passed over
 */
public record ReplayDeadLetters(Set<String> ids) {
  public ReplayDeadLetters {
    ids = ids == null ? Set.of() : Set.copyOf(ids);
    if (ids.isEmpty() || ids.size() > ListDeadLetters.MOST) {
      throw new IllegalArgumentException(
          "ids must name 1 to " + ListDeadLetters.MOST + " dead letters");
    }
  }
}
