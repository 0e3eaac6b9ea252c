package io.moneyprinter.video.fonts;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where faces come from: the jar, a folder, the machine. Every call may block. */
final class FontSources {
  private static final Logger LOG = LoggerFactory.getLogger(FontSources.class);

  /** Names that stand for some face or other, so that their look would differ between machines. */
  private static final Set<String> LOGICAL =
      Set.of(Font.DIALOG, Font.DIALOG_INPUT, Font.MONOSPACED, Font.SANS_SERIF, Font.SERIF);

  private final AwtFonts awt;
  private final Path cache;

  /**
   * @param cache where the shipped fonts are unpacked to
   */
  FontSources(Path cache) {
    this.awt = new AwtFonts(cache);
    this.cache = cache;
  }

  FontFace shipped(FontResource resource) {
    return new FontFace(
        resource.family(),
        () -> {
          try {
            Font font = awt.load(unpacked(resource))[0];
            return resource == FontResource.NANUM_GOTHIC ? font.deriveFont(Font.BOLD) : font;
          } catch (FontFormatException | IOException e) {
            throw unreadable(resource.family(), e);
          }
        },
        () -> sha256(unpacked(resource)));
  }

  private Path unpacked(FontResource resource) {
    try {
      return resource.unpacked(cache);
    } catch (IOException e) {
      throw unreadable(resource.family(), e);
    }
  }

  /** The shipped font of coloured signs. */
  ColorFace shippedColors() {
    FontResource resource = FontResource.NOTO_COLOR_EMOJI;
    return new ColorFace(
        shipped(resource),
        () ->
            colors(unpacked(resource))
                .orElseThrow(() -> new IllegalStateException(resource + " has no colours")));
  }

  /** Every font file below a folder, by name; a file that is no font is passed over with a word. */
  List<FontFace> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<FontFace> faces = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(FontSources::isFont).sorted().toList()) {
        try {
          for (Font font : awt.load(file)) {
            faces.add(FontFace.of(font, () -> sha256(file) + font.getPSName(), file));
          }
        } catch (FontFormatException | IOException e) {
          LOG.warn("{} cannot be used as a font and is passed over: {}", file, e.getMessage());
        }
      }
    } catch (IOException e) {
      throw unreadable(folder.toString(), e);
    }
    return List.copyOf(faces);
  }

  /** What the machine has, bold faces first; empty on a bare machine. */
  List<FontFace> system() {
    try {
      return Stream.of(awt.system())
          .filter(font -> !LOGICAL.contains(font.getFamily(Locale.ROOT)))
          .map(font -> FontFace.of(font, () -> font.getPSName() + "/" + font.getNumGlyphs(), null))
          .sorted(Comparator.comparing(face -> !face.bold()))
          .toList();
    } catch (RuntimeException | InternalError | FontFormatException | IOException e) {
      LOG.warn("The fonts of this machine cannot be listed; only the others are used", e);
      return List.of();
    }
  }

  /** Those of the faces that have colours, in their order. */
  static List<ColorFace> colors(List<FontFace> faces) {
    List<ColorFace> found = new ArrayList<>();
    for (FontFace face : faces) {
      face.file()
          .flatMap(FontSources::colors)
          .ifPresent(c -> found.add(new ColorFace(face, () -> c)));
    }
    return List.copyOf(found);
  }

  private static Optional<ColorTables> colors(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return ColorTables.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      LOG.warn("The colours of {} cannot be read; it is used without them: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
  }

  private static String sha256(Path file) {
    try {
      return Sha256.hex(file);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static ServiceFailure unreadable(String what, Exception cause) {
    LOG.error("The font {} cannot be read", what, cause);
    return new ServiceFailure(
        FailureCode.RESOURCE,
        "The font %s cannot be read (%s): check that its file is whole and may be read"
            .formatted(what, cause.getMessage()));
  }
}
