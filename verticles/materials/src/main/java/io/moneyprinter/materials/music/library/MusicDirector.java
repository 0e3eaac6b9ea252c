package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.FoundItems;
import io.moneyprinter.codecs.materials.HearMusic;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.platform.tasks.TaskHandler;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Decides what plays under a video, as its brief says: a certain piece, a file of the user's, one
 * that fits mood and tempo, or one composed for it. Where an outside source has nothing or cannot
 * be reached, a piece of the house plays, and the answer says so; a piece that was named has no
 * substitute.
 */
public final class MusicDirector {
  /** What another source may stand in for; anything else is the request's fault or ours. */
  private static final Set<FailureCode> REPLACEABLE =
      Set.of(
          FailureCode.UNAVAILABLE,
          FailureCode.TIMEOUT,
          FailureCode.QUOTA,
          FailureCode.NOT_FOUND,
          FailureCode.INVALID);

  /** Beats a minute by which pieces may differ and still be as good as one another. */
  private static final double NEAR = 6;

  private final MusicLibrary library;
  private final TaskHandler<ComposeMusic, Music> composer;
  private final Function<FindItems, Future<FoundItems>> collections;

  /**
   * @param composer of music for one video
   * @param collections where files are found by name
   */
  public MusicDirector(
      MusicLibrary library,
      TaskHandler<ComposeMusic, Music> composer,
      Function<FindItems, Future<FoundItems>> collections) {
    this.library = library;
    this.composer = composer;
    this.collections = collections;
  }

  /** The music. */
  public Future<Music> choose(ComposeMusic request, TaskContext context) {
    MusicBrief choice = request.choice();
    if (choice != null && choice.id() != null) {
      return library.hear(new HearMusic(choice.id()));
    }
    if (choice != null && choice.file() != null) {
      return file(choice.file(), request.collection());
    }
    boolean composed =
        choice == null
            || choice.mood() == MusicBrief.Mood.NONE
            || choice.source() == MusicBrief.Source.COMPOSED
            || choice.source() == null && choice.tempo() == null;
    return composed ? composer.run(request, context) : found(request, choice);
  }

  private Future<Music> file(String name, String collection) {
    if (collection == null) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/choice/file", "There is no collection that " + name + " could be a file of"));
    }
    return collections
        .apply(new FindItems(collection, List.of(name)))
        .map(found -> music(name, found.items().get(0)));
  }

  private static Music music(String name, Collection.Item item) {
    if (item.other() == null || item.seconds() == null) {
      throw ServiceFailure.invalid(
          "/choice/file", name + " is no sound: name a WAV, MP3, M4A, OGG or FLAC file");
    }
    Provenance own = new Provenance("folder", name, null, "the owner's own responsibility", null);
    return new Music(item.other(), item.seconds(), name, own);
  }

  private Future<Music> found(ComposeMusic request, MusicBrief choice) {
    ListMusic wanted = new ListMusic(choice.source(), choice.mood(), null, null, null);
    Future<Music> music =
        library
            .list(wanted)
            .map(list -> best(list.pieces(), choice, request.seed()))
            .compose(library::sound);
    boolean home = choice.source() == null || library.shelf(choice.source(), "/music").local();
    return home ? music : music.recover(cause -> instead(cause, request, choice));
  }

  private Future<Music> instead(Throwable cause, ComposeMusic request, MusicBrief choice) {
    ServiceFailure failure = ServiceFailure.from(cause);
    if (!REPLACEABLE.contains(failure.code())) {
      return Future.failedFuture(failure);
    }
    MusicBrief.Mood mood = choice.mood() == null ? MusicBrief.Mood.CALM : choice.mood();
    return library
        .list(new ListMusic(MusicBrief.Source.HOUSE, mood, null, null, null))
        .map(list -> best(list.pieces(), choice, request.seed()))
        .compose(library::sound)
        .map(
            house ->
                new Music(
                    house.audio(),
                    house.seconds(),
                    house.title(),
                    house.provenance(),
                    house.title()
                        + " of our own plays instead of music of "
                        + MusicLibrary.word(choice.source())
                        + ": "
                        + failure.getMessage()));
  }

  /** The nearest in tempo; among those about as near, the seed decides. */
  private static MusicPiece best(List<MusicPiece> pieces, MusicBrief choice, long seed) {
    if (pieces.isEmpty()) {
      throw ServiceFailure.notFound(
          "No music fits. Leave mood or tempo out, or choose another source; moneyprinter music"
              + " list shows what there is");
    }
    double nearest = pieces.stream().mapToDouble(piece -> distance(piece, choice)).min().orElse(0);
    List<MusicPiece> near =
        pieces.stream()
            .filter(piece -> distance(piece, choice) <= nearest + NEAR)
            .sorted(Comparator.comparing(MusicPiece::id))
            .toList();
    return near.get(new SplittableRandom(seed).nextInt(near.size()));
  }

  /** Beats a minute; a piece of unknown tempo is farther than any other, but not without hope. */
  private static double distance(MusicPiece piece, MusicBrief choice) {
    if (choice.tempo() == null) {
      return 0;
    }
    return piece.tempo() == null ? 1_000 : Math.abs(piece.tempo() - choice.tempo());
  }
}
