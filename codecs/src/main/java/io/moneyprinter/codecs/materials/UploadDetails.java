package io.moneyprinter.codecs.materials;

import java.util.List;

/**
 * What the sender says of a file. Every part is optional; none of it decides what the file is.
 *
 * @param name the file's own name, without folders; {@code null} for none
 * @param title {@code null} to take the name
 * @param description {@code null} for none
 * @param tags words for what it shows; those of the name are added
 * @param collections ids of collections it goes into
 * @param asset id of the asset that this file is a new version of; {@code null} for a new asset
 */
public record UploadDetails(
    String name,
    String title,
    String description,
    List<String> tags,
    List<String> collections,
    String asset) {
  public UploadDetails {
    tags = tags == null ? List.of() : List.copyOf(tags);
    collections = collections == null ? List.of() : List.copyOf(collections);
  }

  /** Only a name. */
  public static UploadDetails named(String name) {
    return new UploadDetails(name, null, null, null, null, null);
  }
}
