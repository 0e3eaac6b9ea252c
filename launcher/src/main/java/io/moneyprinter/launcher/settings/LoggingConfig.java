package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;

/** What is written to the log. */
public record LoggingConfig(
    @Setting(doc = "human: coloured lines; json: one object a line", value = "human") Format format,
    @Setting(doc = "Least severe level that is written", value = "info") Level level) {
  /** Forms of a log line. */
  public enum Format {
    HUMAN,
    JSON
  }

  /** Severities. */
  public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
  }
}
