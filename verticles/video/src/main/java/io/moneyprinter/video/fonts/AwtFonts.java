package io.moneyprinter.video.fonts;

import io.moneyprinter.platform.files.PrivateFile;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
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

  /** What was tried anew by one changes what all others see. */
  private static final Object CONFIGURING = new Object();

  private final Path cache;

  /**
   * @param cache where a configuration and its font are written to
   */
  AwtFonts(Path cache) {
    this.cache = cache;
  }

  /** What may be tried again after the configuration was put in place. */
  private interface Attempt {
    Font[] load() throws FontFormatException, IOException;
  }

  Font[] load(Path file) throws FontFormatException, IOException {
    return attempt(() -> Font.createFonts(file.toFile()));
  }

  Font[] system() throws FontFormatException, IOException {
    return attempt(() -> GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
  }

  private Font[] attempt(Attempt attempt) throws FontFormatException, IOException {
    synchronized (CONFIGURING) {
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
  }

  private Path writeConfiguration() throws IOException {
    Path font = FontResource.INTER.unpacked(cache);
    PrivateFile configuration = new PrivateFile(cache.resolve("fontconfig.properties"));
    configuration.write("version=1\nsequence.allfonts=default\nfilename.Inter_Bold=" + font + "\n");
    return configuration.path();
  }
}
