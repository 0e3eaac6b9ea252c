package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.Locale;

/**
 * Makes music that nobody else has a claim on: synthesised here, by code, from a seed. A piece that
 * was made before, by any node, is taken from the store.
 */
public final class MusicComposer {
  /** Part of the work key: raised with every change of how anything sounds. */
  private static final int EDITION = 1;

  private final RenderedPieces rendered;

  public MusicComposer(WorkerPools pools, Blobs blobs) {
    this.rendered = new RenderedPieces(pools, blobs);
  }

  /** The music of a mood; silence for {@code NONE}. Fails with {@code RESOURCE} on a full disk. */
  public Future<Music> compose(ComposeMusic request, TaskContext context) {
    if (request.mood() == MusicBrief.Mood.NONE) {
      return Future.succeededFuture(
          new Music(null, 0, "Silence", provenance(request.mood(), request.seed())));
    }
    MusicRenderer piece = new MusicRenderer(request.mood(), request.seconds(), request.seed());
    return rendered
        .piece(work(request), piece, context::progress, context::cancelled)
        .map(
            audio ->
                new Music(
                    audio,
                    piece.seconds(),
                    piece.title(),
                    provenance(request.mood(), request.seed())));
  }

  private static Provenance provenance(MusicBrief.Mood mood, long seed) {
    String id = mood.name().toLowerCase(Locale.ROOT) + "/" + Long.toUnsignedString(seed, 16);
    return new Provenance("generated", id, "made by this software", "CC0-1.0", null);
  }

  private static String work(ComposeMusic request) {
    return String.join(
        "/",
        Integer.toString(EDITION),
        request.mood().name(),
        Long.toString((long) Math.ceil(request.seconds() * Sound.RATE)),
        Long.toString(request.seed()));
  }
}
