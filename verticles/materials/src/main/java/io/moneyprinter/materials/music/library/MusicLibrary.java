package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.GetMusic;
import io.moneyprinter.codecs.materials.HearMusic;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicList;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.video.MusicBrief;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All music that there is, from every shelf. */
public final class MusicLibrary {
  private final List<MusicShelf> shelves;

  /**
   * @param shelves in the order in which they are listed
   */
  public MusicLibrary(List<MusicShelf> shelves) {
    this.shelves = List.copyOf(shelves);
  }

  /**
   * What is there: of one source, or of all that are on this installation.
   *
   * @return {@code INVALID} for a source that is not switched on; what an outside source fails with
   */
  public Future<MusicList> list(ListMusic wanted) {
    List<MusicShelf> asked =
        wanted.source() == null
            ? shelves.stream().filter(MusicShelf::local).toList()
            : List.of(shelf(wanted.source(), "/source"));
    MusicTerms terms = new MusicTerms(wanted);
    List<Future<List<MusicPiece>>> lists =
        asked.stream()
            .map(
                shelf ->
                    shelf
                        .list(wanted)
                        .map(
                            all ->
                                all.stream()
                                    .filter(piece -> !shelf.local() || terms.fit(piece))
                                    .sorted(order(shelf))
                                    .toList()))
            .toList();
    return Future.all(lists)
        .map(
            done -> new MusicList(lists.stream().flatMap(list -> list.result().stream()).toList()));
  }

  /** An outside source says what fits best; at home the title counts. */
  private static Comparator<MusicPiece> order(MusicShelf shelf) {
    return shelf.local()
        ? Comparator.comparing(piece -> piece.title().toLowerCase(Locale.ROOT))
        : (one, other) -> 0;
  }

  public Future<MusicPiece> get(GetMusic wanted) {
    int colon = wanted.id().indexOf(':');
    String name = wanted.id().substring(colon + 1);
    for (MusicShelf shelf : shelves) {
      if (colon > 0 && word(shelf.source()).equals(wanted.id().substring(0, colon))) {
        return shelf.piece(name);
      }
    }
    return Future.failedFuture(
        ServiceFailure.notFound(
            "There is no music "
                + wanted.id()
                + ". An id begins with its source and a colon; the sources here are "
                + names()));
  }

  /** The sound of a piece. */
  public Future<Music> hear(HearMusic wanted) {
    return get(new GetMusic(wanted.id())).compose(this::sound);
  }

  Future<Music> sound(MusicPiece piece) {
    return shelf(piece.source(), "/id").sound(piece);
  }

  /** The shelf of a source; {@code INVALID} when it is not switched on. */
  MusicShelf shelf(MusicBrief.Source source, String pointer) {
    return shelves.stream()
        .filter(shelf -> shelf.source() == source)
        .findFirst()
        .orElseThrow(
            () ->
                ServiceFailure.invalid(
                    pointer,
                    "The music of "
                        + word(source)
                        + " is not switched on here. Choose one of "
                        + names()
                        + ", or give it its setting materials.music."
                        + word(source)));
  }

  private String names() {
    List<String> names = new ArrayList<>();
    shelves.forEach(shelf -> names.add(word(shelf.source())));
    return names.stream().collect(Collectors.joining(", "));
  }

  static String word(MusicBrief.Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
