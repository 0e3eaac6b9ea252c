package io.moneyprinter.codecs.content;

import java.util.Objects;

/**
 * Takes a template away; answered with its latest version. Its versions are kept: a template of
 * that name made later goes on counting.
 */
public record DeleteTemplate(String name) {
  public DeleteTemplate {
    Objects.requireNonNull(name, "name");
  }
}
