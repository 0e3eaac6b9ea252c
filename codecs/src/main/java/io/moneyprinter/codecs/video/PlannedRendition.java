package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * One of the videos that come out of a plan.
 *
 * @param name distinguishes its files, such as {@code 16x9}; empty for the first
 * @param keys of its segments, in order
 * @param language of its captions, BCP 47; {@code null} for that of the script
 */
public record PlannedRendition(String name, Timeline timeline, List<String> keys, String language) {
  public PlannedRendition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(timeline, "timeline");
    keys = List.copyOf(keys);
  }
}
