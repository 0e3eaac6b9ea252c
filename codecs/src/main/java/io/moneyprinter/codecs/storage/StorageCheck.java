package io.moneyprinter.codecs.storage;

import java.time.Instant;
import java.util.List;

/**
 * What the store holds beyond what it should, and what it lacks.
 *
 * @param places that were looked through, each as it was then
 * @param leftovers by place and kind
 */
public record StorageCheck(List<Place> places, List<Leftover> leftovers) {
  /**
   * A place that was looked through.
   *
   * @param name id of a data folder, name of a bucket, or {@code books}
   * @param node that did
   * @param files that it has
   * @param at when it ended; {@code null} while it never did
   */
  public record Place(String name, String node, long files, Instant at) {}

  /**
   * Leftovers of one kind in one place.
   *
   * @param kind {@code plain}, {@code sealed}, {@code outgoing}, {@code staged}: files of a data
   *     folder; {@code object}, {@code multipart}: of a bucket; {@code lost}: entries whose file is
   *     nowhere
   * @param removedFrom when the first of them is removed
   * @param examples ten names at most
   */
  public record Leftover(
      String place,
      String kind,
      long files,
      long bytes,
      Instant removedFrom,
      List<String> examples) {
    public Leftover {
      examples = examples == null ? List.of() : List.copyOf(examples);
    }
  }

  public StorageCheck {
    places = places == null ? List.of() : List.copyOf(places);
    leftovers = leftovers == null ? List.of() : List.copyOf(leftovers);
  }
}
