package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes music that nobody else has a claim on: synthesised here, by code, from a seed. A piece that
 * was made before, by any node, is taken from the store.
 */
public final class MusicComposer {
  /** Part of the work key: raised with every change of how anything sounds. */
  private static final int EDITION = 1;

  private final WorkerPools pools;
  private final Blobs blobs;

  public MusicComposer(WorkerPools pools, Blobs blobs) {
    this.pools = pools;
    this.blobs = blobs;
  }

  /** The music of a mood; silence for {@code NONE}. Fails with {@code RESOURCE} on a full disk. */
  public Future<Music> compose(ComposeMusic request, TaskContext context) {
    if (request.mood() == MusicBrief.Mood.NONE) {
      return Future.succeededFuture(
          new Music(null, 0, "Silence", provenance(request.mood(), request.seed())));
    }
    MusicRenderer piece = new MusicRenderer(request.mood(), request.seconds(), request.seed());
    String key = workKey(request);
    return blobs
        .recall(key)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : made(piece, context).compose(blob -> blobs.remember(key, blob)))
        .map(
            audio ->
                new Music(
                    audio,
                    piece.seconds(),
                    piece.title(),
                    provenance(request.mood(), request.seed())));
  }

  private Future<Blob> made(MusicRenderer piece, TaskContext context) {
    StagedFile file = blobs.stage(".wav");
    return pools
        .run(Pool.MEDIA, () -> write(piece, file, context))
        .compose(written -> blobs.commit(file, "audio/wav", "materials"))
        .onFailure(cause -> blobs.discard(file));
  }

  private static Void write(MusicRenderer piece, StagedFile file, TaskContext context) {
    try {
      if (!piece.render(file.path(), context::progress, context::cancelled)) {
        throw new ServiceFailure(FailureCode.CANCELLED, "The music was cancelled");
      }
      return null;
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The music could not be written: " + e.getMessage() + ". Check space and permissions");
    }
  }

  private static Provenance provenance(MusicBrief.Mood mood, long seed) {
    String id = mood.name().toLowerCase(Locale.ROOT) + "/" + Long.toUnsignedString(seed, 16);
    return new Provenance("generated", id, "made by this software", "CC0-1.0", null);
  }

  private static String workKey(ComposeMusic request) {
    String work =
        String.join(
            "/",
            "materials.compose-music",
            Integer.toString(EDITION),
            request.mood().name(),
            Long.toString((long) Math.ceil(request.seconds() * Sound.RATE)),
            Long.toString(request.seed()));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(work.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
