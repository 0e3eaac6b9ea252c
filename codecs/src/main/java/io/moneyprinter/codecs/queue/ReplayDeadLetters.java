package io.moneyprinter.codecs.queue;

import java.util.List;

/**
 * @param ids of dead letters, 1 to 1,000; those that are not there any more are passed over
 */
public record ReplayDeadLetters(List<String> ids) {
  public ReplayDeadLetters {
    ids = ids == null ? List.of() : List.copyOf(ids);
    if (ids.isEmpty() || ids.size() > ListDeadLetters.MOST) {
      throw new IllegalArgumentException(
          "ids must name 1 to " + ListDeadLetters.MOST + " dead letters");
    }
  }
}
