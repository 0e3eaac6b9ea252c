package io.moneyprinter.video.fonts;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faces at hand, in the order in which they are asked for a sign. A folder is read and the
 * machine's fonts are listed only when a text first needs them. Safe for use by many threads.
 */
final class FaceShelf {
  /** In the order in which they are asked. */
  private static final List<FontResource> OTHER_SCRIPTS =
      List.of(
          FontResource.NOTO_SANS_SC,
          FontResource.NANUM_GOTHIC,
          FontResource.NOTO_SANS_DEVANAGARI,
          FontResource.NOTO_SANS_BENGALI,
          FontResource.NOTO_SANS_TAMIL,
          FontResource.NOTO_SANS_TELUGU,
          FontResource.NOTO_SANS_KHMER,
          FontResource.NOTO_SANS_MYANMAR,
          FontResource.KURINTO_SANS,
          FontResource.DEJAVU_SANS);

  private final Path folder;
  private final Supplier<List<FontFace>> machine;
  private final FontSources sources;
  private final FontFace latin;
  private final List<FontFace> shipped;
  private final ColorFace emoji;
  private List<FontFace> own;
  private List<ColorFace> ownColors;
  private List<FontFace> system;

  /**
   * @param folder may be {@code null}
   * @param machine lists the faces of last resort
   */
  FaceShelf(Path folder, FontSources sources, Supplier<List<FontFace>> machine) {
    this.folder = folder;
    this.sources = sources;
    this.machine = machine;
    this.latin = sources.shipped(FontResource.INTER);
    this.shipped = OTHER_SCRIPTS.stream().map(sources::shipped).toList();
    this.emoji = sources.shippedColors();
  }

  /** Where a person may put further fonts, in words. */
  String place() {
    return folder == null ? "the fonts folder" : folder.toString();
  }

  FontFace latin() {
    return latin;
  }

  /** Those that are files of ours or of the operator. */
  List<FontFace> files() {
    return Stream.of(List.of(latin), own(), shipped, List.of(emoji.face()))
        .flatMap(Collection::stream)
        .toList();
  }

  Set<String> families() {
    return Stream.of(List.of(latin), own(), shipped, system())
        .flatMap(Collection::stream)
        .map(FontFace::family)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  /** The faces that have colours, those of the operator first. */
  Stream<ColorFace> colors() {
    return Stream.<Supplier<List<ColorFace>>>of(this::ownColors, () -> List.of(emoji))
        .flatMap(source -> source.get().stream());
  }

  private synchronized List<ColorFace> ownColors() {
    if (ownColors == null) {
      ownColors = FontSources.colors(own());
    }
    return ownColors;
  }

  /** Every face, the chosen one first, the machine's last. */
  Stream<FontFace> from(FontFace chosen) {
    return Stream.<Supplier<List<FontFace>>>of(
            () -> List.of(chosen, latin), this::own, () -> shipped, this::system)
        .flatMap(source -> source.get().stream());
  }

  /**
   * @throws ServiceFailure INVALID when no face has that name
   */
  FontFace named(String family) {
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
                        .formatted(family, String.join(", ", families()), place())));
  }

  private synchronized List<FontFace> own() {
    if (own == null) {
      own = folder == null ? List.of() : sources.folder(folder);
    }
    return own;
  }

  private synchronized List<FontFace> system() {
    if (system == null) {
      system = machine.get();
    }
    return system;
  }
}
