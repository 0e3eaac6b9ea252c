package io.moneyprinter.codecs.content;

import java.util.List;

/**
 * Who could write a script to a topic.
 *
 * @param models language models in the order in which they are asked; empty for none
 * @param remedy what to do where there is none, in a sentence; {@code null} where there is one
 */
public record Writers(List<String> models, String remedy) {
  public Writers {
    models = models == null ? List.of() : List.copyOf(models);
  }
}
