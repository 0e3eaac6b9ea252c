package io.moneyprinter.speech.scene;

import io.vertx.core.Future;
import java.util.Map;

/** Where the tenants' lexicons are kept. */
@FunctionalInterface
public interface Lexicons {
  /**
   * How to read them, by the written words.
   *
   * @param language BCP 47 tag of the text
   */
  Future<Map<String, String>> of(String tenant, String language);
}
