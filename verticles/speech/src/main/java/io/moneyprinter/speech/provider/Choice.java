package io.moneyprinter.speech.provider;

import java.util.List;

/**
 * Who is asked to speak.
 *
 * @param candidates in the order of trying; never empty
 * @param note why the first is not whom was asked for; {@code null} when it is
 */
public record Choice(List<Candidate> candidates, String note) {
  public Choice {
    candidates = List.copyOf(candidates);
  }
}
