package io.moneyprinter.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param text the version as released
 */
public record Version(String text) {
  /** Reads what the build wrote into the jar. */
  public static Version current() {
    try (InputStream in = Version.class.getResourceAsStream("/moneyprinter-version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return new Version(properties.getProperty("version", "unknown"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
