package io.moneyprinter.codecs.config;

import java.util.Objects;

/**
 * One setting of an outside service.
 *
 * @param name last part of the setting's key, such as {@code api-key}
 * @param setting full key, such as {@code content.llm.api-key}
 * @param value what holds; {@code null} for a secret that was not written as a reference, and where
 *     nothing holds
 * @param origin where it was written, such as {@code application.yaml line 12}; {@code null} for
 *     its default
 * @param secret whether it is never shown
 * @param present whether anything holds
 * @param entered whether it was entered while the node runs, and may be taken back
 * @param locked whether it was written where entering one has no effect
 */
public record OutsideField(
    String name,
    String setting,
    String value,
    String origin,
    boolean secret,
    boolean present,
    boolean entered,
    boolean locked) {
  public OutsideField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(setting, "setting");
  }
}
