package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Where a material comes from and on what terms.
 *
 * @param source the source's name, such as {@code folder} or {@code generated}
 * @param id its name at the source
 * @param author who made it; may be {@code null}
 * @param licence on what terms it may be used
 * @param url where to read more; may be {@code null}
 */
public record Provenance(String source, String id, String author, String licence, String url) {
  public Provenance {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(licence, "licence");
  }
}
