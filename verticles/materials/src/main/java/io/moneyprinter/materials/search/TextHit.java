package io.moneyprinter.materials.search;

import java.util.List;

/**
 * An entry that was found.
 *
 * @param score 0 to 1: above 0.5 when one rare thing that was asked for is met in the title
 * @param words those of the query that were met, as they were written; one met by a word of like
 *     meaning stands with that word behind it
 */
public record TextHit(String id, double score, List<String> words) {
  public TextHit {
    words = List.copyOf(words);
  }
}
