package io.moneyprinter.orchestration.storyboard;

import io.moneyprinter.codecs.storyboard.StoryboardScene;
import java.time.Instant;
import java.util.List;

/**
 * A storyboard as its row has it.
 *
 * @param applied the version that the waiting video went on with last; {@code null} for none
 */
record SavedStoryboard(
    int version,
    Integer applied,
    String title,
    List<StoryboardScene> scenes,
    Instant changedAt,
    String changedBy) {}
