package io.moneyprinter.content.llm;

import java.util.List;

/**
 * A script as a model wrote it.
 *
 * @param title may be empty
 */
record Draft(String title, List<Part> scenes) {
  /**
   * One scene.
   *
   * @param terms may be empty
   * @param title may be {@code null}
   */
  record Part(String narration, List<String> terms, String title) {}
}
