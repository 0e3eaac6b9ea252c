package io.moneyprinter.codecs.content;

import java.util.Objects;

/**
 * Asks for a template of the caller's tenant, by its name or one that it had before.
 *
 * @param version {@code null} for the latest
 */
public record GetTemplate(String name, Integer version) {
  public GetTemplate {
    Objects.requireNonNull(name, "name");
  }
}
