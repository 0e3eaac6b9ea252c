package io.moneyprinter.codecs.content;

import java.util.Objects;

/** Asks for all versions of a template, the newest first. */
public record ListTemplateVersions(String name) {
  public ListTemplateVersions {
    Objects.requireNonNull(name, "name");
  }
}
