package io.moneyprinter.codecs.content;

import java.util.Objects;

/**
 * Gives a template another name; the old one still leads to it. {@code CONFLICT} when the new name
 * is, or was, another template's.
 */
public record RenameTemplate(String name, String to) {
  public RenameTemplate {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(to, "to");
  }
}
