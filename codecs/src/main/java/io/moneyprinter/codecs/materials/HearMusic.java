package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Asks for the sound of a piece, which is made or fetched where it is not there yet.
 *
 * @param id such as {@code house:first-light}
 */
public record HearMusic(String id) {
  public HearMusic {
    Objects.requireNonNull(id, "id");
  }
}
