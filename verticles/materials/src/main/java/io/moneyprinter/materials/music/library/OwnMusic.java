package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.video.MusicBrief;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What the caller's tenant uploaded. */
public final class OwnMusic implements MusicShelf {
  private final MusicStore store;

  public OwnMusic(MusicStore store) {
    this.store = store;
  }

  @Override
  public MusicBrief.Source source() {
    return MusicBrief.Source.OWN;
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public Future<List<MusicPiece>> list(ListMusic wanted) {
    return store.list(CallContext.currentOrSystem().tenant());
  }

  @Override
  public Future<MusicPiece> piece(String name) {
    return kept("own:" + name).map(MusicStore.Kept::piece);
  }

  @Override
  public Future<Music> sound(MusicPiece piece) {
    return kept(piece.id())
        .map(kept -> new Music(kept.audio(), piece.seconds(), piece.title(), piece.provenance()));
  }

  /** Takes a piece of the caller's out; {@code NOT_FOUND} when there is none. */
  public Future<MusicPiece> drop(String id) {
    return store
        .drop(CallContext.currentOrSystem().tenant(), id)
        .map(found -> present(found, id).piece());
  }

  private Future<MusicStore.Kept> kept(String id) {
    return store.find(CallContext.currentOrSystem().tenant(), id).map(found -> present(found, id));
  }

  private static MusicStore.Kept present(Optional<MusicStore.Kept> found, String id) {
    return found.orElseThrow(
        () -> ServiceFailure.notFound("There is no piece " + id + " among your music"));
  }
}
