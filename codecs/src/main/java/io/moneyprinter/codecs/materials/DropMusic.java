package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Takes an uploaded piece out of the caller's library. Videos that it is in keep it.
 *
 * @param id such as {@code own:5f0c…}
 */
public record DropMusic(String id) {
  public DropMusic {
    Objects.requireNonNull(id, "id");
  }
}
