package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Asks for one piece of the music library.
 *
 * @param id such as {@code house:first-light}
 */
public record GetMusic(String id) {
  public GetMusic {
    Objects.requireNonNull(id, "id");
  }
}
