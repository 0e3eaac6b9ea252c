package io.moneyprinter.orchestration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped workflow with changes, in a folder for one test. */
final class Workflows {
  static final String QUICK_RETRIES = "count: 2, backoff: 50ms, longest: 100ms, jitter: 0";
  private static final String USUAL_RETRIES = "count: 3, backoff: 1s, longest: 30s, jitter: 0.5";

  private Workflows() {}

  /**
   * Writes the workflow into the folder.
   *
   * @param edits by turns what is replaced and by what
   */
  static Path edited(Path folder, String... edits) {
    try (InputStream in = Workflows.class.getResourceAsStream("/workflows/video-generation.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text = replaced(text, USUAL_RETRIES, QUICK_RETRIES);
      for (int i = 0; i < edits.length; i += 2) {
        text = replaced(text, edits[i], edits[i + 1]);
      }
      Files.writeString(folder.resolve("edited.yaml"), text);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalArgumentException("The workflow has no " + from);
    }
    return text.replace(from, to);
  }

  /** A step's head with a compensation that puts a setting named by the step. */
  static String compensated(String step, String key) {
    return "  - name: "
        + step
        + "\n    compensate: { service: config, endpoint: put, timeout: 2s, with: { key: "
        + key
        + ", value: "
        + step
        + ", expectedVersion: null } }\n";
  }
}
