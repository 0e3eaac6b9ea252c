package io.moneyprinter.content.script;

import io.vertx.core.Future;
import java.util.List;

/** How long texts take to say. */
@FunctionalInterface
public interface SpokenLength {
  /**
   * The seconds that each text takes.
   *
   * @param language BCP 47 tag
   * @param voice a voice id, or {@code auto}
   * @param rate speed, 0.5 to 2.0
   */
  Future<List<Double>> seconds(List<String> texts, String language, String voice, double rate);
}
