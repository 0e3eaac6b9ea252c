package io.moneyprinter.video.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a mix that was made before, by everything that decides it: an edited caption must not cost
 * the sound again.
 */
final class RememberedMixes {
  /** Raise when the same request sounds otherwise, so that nothing old is taken for it. */
  private static final int MIXING = 2;

  private final Blobs blobs;
  private final WorkerPools pools;
  private final String build;

  /**
   * @param build of the program that encodes
   */
  RememberedMixes(Blobs blobs, WorkerPools pools, String build) {
    this.blobs = blobs;
    this.pools = pools;
    this.build = build;
  }

  /** The mix of an equal request, if all of its files are still there. */
  Future<Optional<MixedAudio>> recall(MixAudio request) {
    return blobs
        .recall(key(request))
        .compose(
            known -> known.isEmpty() ? nothing() : blobs.local(known.get()).compose(this::read));
  }

  /** Keeps a mix for the next equal request. */
  Future<MixedAudio> remember(MixAudio request, MixedAudio mixed) {
    StagedFile file = blobs.stage(".json");
    return pools
        .run(Pool.MEDIA, () -> Files.write(file.path(), RecordJson.wire().writeValueAsBytes(mixed)))
        .compose(written -> blobs.commit(file, "application/json", "video"))
        .onFailure(cause -> blobs.discard(file))
        .compose(blob -> blobs.remember(key(request), blob))
        .map(mixed);
  }

  private Future<Optional<MixedAudio>> read(Path note) {
    return pools
        .run(Pool.MEDIA, () -> RecordJson.wire().readValue(note.toFile(), MixedAudio.class))
        .compose(
            mixed ->
                blobs
                    .held(filesOf(mixed))
                    .map(whole -> whole ? Optional.of(mixed) : Optional.empty()));
  }

  private static List<Blob> filesOf(MixedAudio mixed) {
    return Stream.concat(
            Stream.of(mixed.audio()), mixed.stems().stream().map(Publication.File::blob))
        .toList();
  }

  private static Future<Optional<MixedAudio>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  /** Of the form of output, only what decides the sound counts. */
  private String key(MixAudio request) {
    String spec =
        String.join(
            "\n",
            Integer.toString(MIXING),
            build,
            SoundFormat.suited(request.output()).toString(),
            Boolean.toString(request.output().stems()),
            canonical(request));
    return Sha256.hex(spec);
  }

  private static String canonical(MixAudio request) {
    try {
      return RecordJson.wire()
          .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(RecordJson.wire().convertValue(request.mix(), Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A mix has no canonical form", e);
    }
  }
}
