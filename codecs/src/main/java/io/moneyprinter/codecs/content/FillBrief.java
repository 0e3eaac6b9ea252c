package io.moneyprinter.codecs.content;

import java.util.Objects;

/**
 * Fills a brief in from the template that it names. {@code INVALID} with pointers into the brief
 * when there is no such template, or its variables are not given as they should be.
 *
 * @param brief the keys that the user gave, a JSON object with {@code template}; they go before
 *     those of the template, and one that is {@code null} takes the template's away
 */
public record FillBrief(String brief) {
  public FillBrief {
    Objects.requireNonNull(brief, "brief");
  }
}
