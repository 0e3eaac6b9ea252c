package io.moneyprinter.codecs.content;

import java.time.Instant;
import java.util.List;

/** Templates, or versions of one, without what they say. */
public record TemplateList(List<Entry> templates) {
  /** One of them, as in {@link Template}. */
  public record Entry(
      String name,
      int version,
      String description,
      List<TemplateVariable> variables,
      Instant changedAt,
      String changedBy) {
    public Entry {
      variables = variables == null ? List.of() : List.copyOf(variables);
    }
  }

  public TemplateList {
    templates = templates == null ? List.of() : List.copyOf(templates);
  }
}
