package io.moneyprinter.codecs.config;

import java.util.List;
import java.util.Objects;

/**
 * An outside service and how it is set up.
 *
 * @param name such as {@code llm} or {@code voices-elevenlabs}
 * @param title for people
 * @param ready whether all is set that it needs
 * @param keyed whether it needs a key
 * @param testable whether a connection to it can be tried
 */
public record OutsideService(
    String name,
    OutsideKind kind,
    String title,
    boolean ready,
    boolean keyed,
    boolean testable,
    List<OutsideField> fields) {
  public OutsideService {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    fields = fields == null ? List.of() : List.copyOf(fields);
  }
}
