package io.moneyprinter.video.fonts;

import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.awt.Font;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fonts that captions and titles are set in: those in the jar, those in a folder, and at last
 * those of the machine. Each is loaded when a text first needs it, so any call may block for some
 * 100 ms: stay off the event loop. Safe for use by many threads.
 */
public final class FontBook {
  private final Path folder;
  private final FontFace latin = FontSources.shipped(FontResource.INTER);
  private final List<FontFace> shipped =
      List.of(
          FontSources.shipped(FontResource.NOTO_SANS_SC),
          FontSources.shipped(FontResource.KURINTO_SANS),
          FontSources.shipped(FontResource.DEJAVU_SANS));
  private List<FontFace> own;
  private List<FontFace> system;

  /** The shipped fonts and those of the machine. */
  public FontBook() {
    this(null);
  }

  /**
   * @param folder holds further .ttf, .otf and .ttc files, which go before the shipped ones for all
   *     but Latin, Greek and Cyrillic; need not exist, may be {@code null}
   */
  public FontBook(Path folder) {
    this.folder = folder;
  }

  /** The names that {@link #face} and a caption style may ask for, in the order of the alphabet. */
  public Set<String> families() {
    return Stream.of(List.of(latin), shipped, own(), system())
        .flatMap(Collection::stream)
        .map(FontFace::family)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
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
    FontFace chosen = face(family);
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

  /** The code points that no font here can show, each once, in the order of the text. */
  public List<Integer> uncovered(String text) {
    return text.codePoints()
        .filter(point -> !Scripts.invisible(point))
        .distinct()
        .filter(point -> candidates(latin).noneMatch(face -> face.shows(point)))
        .boxed()
        .toList();
  }

  /**
   * Refuses a text that could not be drawn whole. An emoji does not count: one that no font has is
   * left out of the picture, for it is an ornament that nobody speaks.
   *
   * @throws ServiceFailure INVALID, naming the scripts that lack a font and what to do
   */
  public void requireCovered(String text) {
    Map<String, StringBuilder> missing = new LinkedHashMap<>();
    for (int point : uncovered(text)) {
      if (Scripts.emoji(point)) {
        continue;
      }
      StringBuilder samples =
          missing.computeIfAbsent(Scripts.name(point), n -> new StringBuilder());
      if (samples.codePointCount(0, samples.length()) < 5) {
        samples.appendCodePoint(point);
      }
    }
    if (!missing.isEmpty()) {
      String scripts =
          missing.entrySet().stream()
              .map(script -> script.getKey() + " (" + script.getValue() + ")")
              .collect(Collectors.joining(", "));
      throw ServiceFailure.invalid(
          "",
          "No font here can show %s: put a .ttf, .otf or .ttc file that has it into %s"
              .formatted(scripts, folder == null ? "the fonts folder" : folder));
    }
  }

  /** SHA-256 over the shipped fonts and those of the folder, hex: decides how any text looks. */
  public String digest() {
    return digest(Stream.of(List.of(latin), own(), shipped).flatMap(Collection::stream).toList());
  }

  /**
   * SHA-256 over only those fonts that a text is drawn with, hex. Unlike {@link #digest()} it stays
   * the same when an unrelated font comes or goes, and tells two machines apart whose own fonts
   * differ.
   */
  public String digest(String text, String family) {
    FontFace chosen = face(family);
    Set<FontFace> used = new LinkedHashSet<>(List.of(chosen));
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    for (int from = signs.first(), to = signs.next();
        to != BreakIterator.DONE;
        from = to, to = signs.next()) {
      faceFor(text.substring(from, to), chosen).ifPresent(used::add);
    }
    return digest(used);
  }

  private static String digest(Collection<FontFace> faces) {
    MessageDigest digest = FontSources.newDigest();
    for (FontFace face : faces) {
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
    return candidates(chosen)
        .filter(face -> showsAll(face, points))
        .findFirst()
        .or(() -> candidates(chosen).filter(face -> face.shows(points[0])).findFirst());
  }

  private static boolean showsAll(FontFace face, int[] points) {
    for (int point : points) {
      if (!face.shows(point)) {
        return false;
      }
    }
    return true;
  }

  /** Lazily: the machine's fonts are listed only for a text that nothing else shows. */
  private Stream<FontFace> candidates(FontFace chosen) {
    return Stream.<java.util.function.Supplier<List<FontFace>>>of(
            () -> List.of(chosen, latin), this::own, () -> shipped, this::system)
        .flatMap(source -> source.get().stream());
  }

  private FontFace face(String family) {
    if (family == null || family.isBlank() || family.equalsIgnoreCase(latin.family())) {
      return latin;
    }
    return Stream.of(own(), shipped, system())
        .flatMap(Collection::stream)
        .filter(face -> face.family().equalsIgnoreCase(family.strip()))
        .min(Comparator.comparing(face -> !face.bold()))
        .orElseThrow(
            () ->
                ServiceFailure.invalid(
                    "/captions/font",
                    "No font is called %s here; there are %s. Put its .ttf file into %s"
                        .formatted(
                            family,
                            String.join(", ", families()),
                            folder == null ? "the fonts folder" : folder)));
  }

  private synchronized List<FontFace> own() {
    if (own == null) {
      own = folder == null ? List.of() : FontSources.folder(folder);
    }
    return own;
  }

  private synchronized List<FontFace> system() {
    if (system == null) {
      system = FontSources.system();
    }
    return system;
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
