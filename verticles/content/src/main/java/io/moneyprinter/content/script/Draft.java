package io.moneyprinter.content.script;

import java.util.List;

/**
 * A script as a model wrote it.
 *
 * @param title may be empty
 */
record Draft(String title, List<Part> scenes) {
  Draft {
    scenes = List.copyOf(scenes);
  }

  /**
   * One scene.
   *
   * @param terms may be empty
   * @param visual what the camera shows, English; may be {@code null}
   * @param title may be {@code null}
   */
  record Part(String narration, List<String> terms, String visual, String title) {}

  /** All that is said. */
  String narration() {
    return String.join(" ", scenes.stream().map(Part::narration).toList());
  }
}
