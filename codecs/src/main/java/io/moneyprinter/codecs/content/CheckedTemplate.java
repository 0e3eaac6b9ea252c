package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.bus.Violation;
import java.util.List;
import java.util.Objects;

/**
 * What would come of keeping a template.
 *
 * @param version that it would have; that of the latest one where it says the same
 * @param warnings what may be other than meant
 */
public record CheckedTemplate(String name, int version, List<Violation> warnings) {
  public CheckedTemplate {
    Objects.requireNonNull(name, "name");
    warnings = List.copyOf(warnings);
  }
}
