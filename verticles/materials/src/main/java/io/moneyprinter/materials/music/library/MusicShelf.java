package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.video.MusicBrief;
import io.vertx.core.Future;
import java.util.List;

/** One place that pieces of music come from. */
public interface MusicShelf {
  /** What it is asked for by. */
  MusicBrief.Source source();

  /** Whether looking there takes no more than this machine. */
  boolean local();

  /**
   * What is there, for the caller's tenant. A shelf that cannot filter gives everything; {@link
   * MusicLibrary} filters again by what is known of each piece.
   */
  Future<List<MusicPiece>> list(ListMusic wanted);

  /**
   * A single piece.
   *
   * @param name what follows the source and its colon in the id; from outside, so it is never used
   *     as a path
   * @return {@code NOT_FOUND} when there is none of that name
   */
  Future<MusicPiece> piece(String name);

  /** The sound of a piece, made or fetched when it is not there yet. */
  Future<Music> sound(MusicPiece piece);
}
