package io.moneyprinter.codecs.speech;

import java.util.Objects;

/**
 * A voice that can be asked for.
 *
 * @param id what to write in a brief, {@code provider:name}
 * @param name for people
 * @param language BCP 47 tag of what it speaks
 * @param gender {@code female}, {@code male} or {@code unknown}
 * @param offline whether it works without the internet
 */
public record Voice(String id, String name, String language, String gender, boolean offline) {
  public Voice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(gender, "gender");
  }
}
