package io.moneyprinter.video.fonts;

import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import java.awt.Font;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The fonts that captions and titles are set in: those in the jar, those in a folder, and at last
 * those of the machine. Each is loaded when a text first needs it, so any call may block for some
 * 100 ms: stay off the event loop. Safe for use by many threads.
 */
public final class FontBook {
  private final FaceShelf faces;

  /**
   * @param folder holds further .ttf, .otf and .ttc files, which go before the shipped ones for all
   *     but Latin, Greek and Cyrillic; need not exist, may be {@code null}
   * @param cache where the shipped fonts are unpacked to; nodes may share it
   */
  public FontBook(Path folder, Path cache) {
    this(folder, new FontSources(cache));
  }

  private FontBook(Path folder, FontSources sources) {
    this(new FaceShelf(folder, sources, sources::system));
  }

  FontBook(FaceShelf faces) {
    this.faces = faces;
  }

  /** The names that a caption style may ask for, in the order of the alphabet. */
  public Set<String> families() {
    return faces.families();
  }

  /**
   * A text cut into runs, each with the font that draws it, at size 1. What belongs to one sign
   * (combining marks, joined emoji) stays in one run. A sign that no font shows goes to the first
   * font, which draws its box: refuse such text beforehand with {@link #requireCovered}.
   *
   * @param family a family name, or {@code null} for the shipped one
   * @throws ServiceFailure INVALID when no font of that name is here
   */
  public List<FontRun> runs(String text, String family) {
    FontFace chosen = faces.named(family);
    List<FontRun> runs = new ArrayList<>();
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    FontFace last = null;
    int start = 0;
    for (int from = signs.first(), to = signs.next();
        to != BreakIterator.DONE;
        from = to, to = signs.next()) {
      String sign = text.substring(from, to);
      FontFace face =
          last != null && sign.codePoints().allMatch(Scripts::invisible)
              ? last
              : faceFor(sign, chosen).orElse(chosen);
      if (face != last && last != null) {
        runs.add(new FontRun(last.font(), start, from));
        start = from;
      }
      last = face;
    }
    if (last != null) {
      runs.add(new FontRun(last.font(), start, text.length()));
    }
    return List.copyOf(runs);
  }

  /**
   * The code points that no font here can show, with or without colour, each once, in the order of
   * the text.
   */
  public List<Integer> uncovered(String text) {
    return text.codePoints()
        .filter(point -> !Scripts.invisible(point))
        .distinct()
        .filter(point -> faces.from(faces.latin()).noneMatch(face -> face.shows(point)))
        .filter(point -> faces.colors().noneMatch(face -> face.shows(Character.toString(point))))
        .boxed()
        .toList();
  }

  /** A sign in colour; empty when it is not to have any, or no font has it. */
  Optional<ColorFace.Sign> colored(String sign, double size) {
    return Scripts.inColor(sign)
        ? faces
            .colors()
            .filter(face -> face.knows(sign))
            .flatMap(face -> face.sign(sign, size).stream())
            .findFirst()
        : Optional.empty();
  }

  private Optional<ColorFace> colorFace(String sign) {
    return Scripts.inColor(sign)
        ? faces.colors().filter(face -> face.shows(sign)).findFirst()
        : Optional.empty();
  }

  /**
   * Refuses a text that could not be drawn whole. An emoji does not count: one that no font has is
   * left out of the picture, for it is an ornament that nobody speaks.
   *
   * @throws ServiceFailure INVALID, naming the scripts that lack a font and what to do
   */
  public void requireCovered(String text) {
    List<Integer> missing =
        uncovered(text).stream().filter(point -> !Scripts.emoji(point)).toList();
    if (!missing.isEmpty()) {
      throw ServiceFailure.invalid("", MissingSigns.sentence(missing, faces.place()));
    }
  }

  /** SHA-256 over the shipped fonts and those of the folder, hex: decides how any text looks. */
  public String digest() {
    return digest(faces.files());
  }

  /**
   * SHA-256 over only those fonts that a text is drawn with, hex. Unlike {@link #digest()} it stays
   * the same when an unrelated font comes or goes, and tells two machines apart whose own fonts
   * differ.
   */
  public String digest(String text, String family) {
    FontFace chosen = faces.named(family);
    Set<FontFace> used = new LinkedHashSet<>(List.of(chosen));
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    for (int from = signs.first(), to = signs.next();
        to != BreakIterator.DONE;
        from = to, to = signs.next()) {
      String sign = text.substring(from, to);
      colorFace(sign).map(ColorFace::face).or(() -> faceFor(sign, chosen)).ifPresent(used::add);
    }
    return digest(used);
  }

  private static String digest(Collection<FontFace> used) {
    MessageDigest digest = Sha256.begin();
    for (FontFace face : used) {
      digest.update((face.family() + '\n').getBytes(StandardCharsets.UTF_8));
      digest.update((face.fingerprint() + '\n').getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The first face that has all of a sign, else the first that has its base. */
  private Optional<FontFace> faceFor(String sign, FontFace chosen) {
    int[] points = sign.codePoints().filter(point -> !Scripts.invisible(point)).toArray();
    if (points.length == 0) {
      return Optional.empty();
    }
    return faces
        .from(chosen)
        .filter(face -> showsAll(face, points))
        .findFirst()
        .or(() -> faces.from(chosen).filter(face -> face.shows(points[0])).findFirst());
  }

  private static boolean showsAll(FontFace face, int[] points) {
    for (int point : points) {
      if (!face.shows(point)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A piece of a text and the font that draws it.
   *
   * @param font at size 1
   * @param from first character, inclusive
   * @param to last character, exclusive
   */
  public record FontRun(Font font, int from, int to) {}
}
