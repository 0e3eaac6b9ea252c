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
 * @param title what it is called there; may be {@code null}
 * @param authorUrl where the author is found; may be {@code null}
 * @param licenceUrl the licence's text; may be {@code null}
 */
public record Provenance(
    String source,
    String id,
    String author,
    String licence,
    String url,
    String title,
    String authorUrl,
    String licenceUrl) {
  public Provenance {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(licence, "licence");
  }

  /** Without a title and further addresses. */
  public Provenance(String source, String id, String author, String licence, String url) {
    this(source, id, author, licence, url, null, null, null);
  }
}
