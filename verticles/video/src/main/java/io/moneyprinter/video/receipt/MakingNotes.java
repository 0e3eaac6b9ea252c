package io.moneyprinter.video.receipt;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notes in the store how each rendered file came about, so that a video which finds its segments
 * rendered can still say it.
 */
public final class MakingNotes {
  /** A stored file's path, whatever the data folder: two levels of folders, then the key. */
  private static final Pattern STORED =
      Pattern.compile(
          "[^,;:'\\[\\]]*[/\\\\]([0-9a-f]{2})[/\\\\]([0-9a-f]{2})[/\\\\](\\1\\2[0-9a-f]{60})");

  private final Blobs blobs;
  private final WorkerPools pools;

  public MakingNotes(Blobs blobs, WorkerPools pools) {
    this.blobs = blobs;
    this.pools = pools;
  }

  /**
   * Arguments without a place on this machine: stored files by their keys, what was drawn as {@code
   * drawn/NAME}, the target as {@code segment} with its suffix.
   *
   * @param scratch folder of what was drawn
   */
  public static List<String> symbolic(List<String> arguments, Path scratch, Path target) {
    String name = target.getFileName().toString();
    String plain = "segment" + name.substring(name.lastIndexOf('.'));
    return arguments.stream()
        .map(argument -> argument.replace(target.toString(), plain))
        .map(argument -> argument.replace(scratch.toAbsolutePath().toString(), "drawn"))
        .map(argument -> STORED.matcher(argument).replaceAll("$3"))
        .toList();
  }

  /** Keeps the note of a segment's file. */
  public Future<?> keep(String segmentKey, Blob video, Receipt.Making making) {
    StagedFile file = blobs.stage(".json");
    return pools
        .run(Pool.MEDIA, () -> Files.writeString(file.path(), CanonicalJson.of(making)))
        .compose(written -> blobs.commit(file, "application/json", "video"))
        .compose(note -> blobs.remember(key(segmentKey, video), note))
        .onFailure(cause -> blobs.discard(file));
  }

  /** The note of a segment's file; empty for one from before there were any, or when it is gone. */
  Future<Optional<Receipt.Making>> of(String segmentKey, Blob video) {
    return blobs
        .recall(key(segmentKey, video))
        .compose(
            note ->
                note.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : blobs
                        .local(note.get())
                        .compose(file -> pools.run(Pool.MEDIA, () -> read(file))));
  }

  private static Optional<Receipt.Making> read(Path file) throws java.io.IOException {
    return Files.exists(file)
        ? Optional.of(RecordJson.wire().readValue(file.toFile(), Receipt.Making.class))
        : Optional.empty();
  }

  private static String key(String segmentKey, Blob video) {
    return Sha256.hex("making " + segmentKey + ' ' + video.key());
  }
}
