package io.moneyprinter.video.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads fonts into Java2D, also on a bare machine.
 *
 * <p>Java2D refuses to load any font, even from a file, on a Linux without libfontconfig or without
 * a single installed font. It then takes a configuration from {@code sun.awt.fontconfig}; one that
 * names a font of ours is enough, and the second attempt succeeds (seen on JDK 17 and 25).
 */
final class AwtFonts {
  private static final Logger LOG = LoggerFactory.getLogger(AwtFonts.class);
  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private AwtFonts() {}

  /** What may be tried again after the configuration was put in place. */
  private interface Attempt {
    Font[] load() throws FontFormatException, IOException;
  }

  static Font[] load(Path file) throws FontFormatException, IOException {
    return attempt(() -> Font.createFonts(file.toFile()));
  }

  static Font[] load(FontResource resource) throws FontFormatException, IOException {
    return attempt(
        () -> {
          try (InputStream in = resource.open()) {
            return Font.createFonts(in);
          } catch (IOException e) {
            // Given a stream, Java2D hides its own trouble behind an IOException. The bytes of a
            // shipped font are whole.
            throw new IllegalStateException("Java2D does not take the shipped " + resource, e);
          }
        });
  }

  static Font[] system() throws FontFormatException, IOException {
    return attempt(() -> GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
  }

  private static synchronized Font[] attempt(Attempt attempt)
      throws FontFormatException, IOException {
    try {
      return attempt.load();
    } catch (RuntimeException | InternalError e) {
      if (System.getProperty(CONFIGURATION) != null) {
        throw e;
      }
      LOG.info("This machine has no font configuration: the shipped fonts are used alone");
      System.setProperty(CONFIGURATION, writeConfiguration().toString());
      return attempt.load();
    }
  }

  private static Path writeConfiguration() throws IOException {
    Path folder = Files.createTempDirectory("moneyprinter-fonts");
    Path font = folder.resolve("Inter-Bold.otf");
    Path configuration = folder.resolve("fontconfig.properties");
    try (InputStream in = FontResource.INTER.open()) {
      Files.copy(in, font);
    }
    Files.writeString(
        configuration, "version=1\nsequence.allfonts=default\nfilename.Inter_Bold=" + font + "\n");
    folder.toFile().deleteOnExit();
    font.toFile().deleteOnExit();
    configuration.toFile().deleteOnExit();
    return configuration;
  }
}
