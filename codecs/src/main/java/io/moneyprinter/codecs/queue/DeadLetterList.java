package io.moneyprinter.codecs.queue;

import java.util.List;

/** Dead letters, the oldest first. */
public record DeadLetterList(List<DeadLetter> deadLetters) {
  public DeadLetterList {
    deadLetters = List.copyOf(deadLetters);
  }
}
