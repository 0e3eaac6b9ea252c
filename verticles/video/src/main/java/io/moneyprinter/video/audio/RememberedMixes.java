package io.moneyprinter.video.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

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
        .compose(known -> pools.run(Pool.MEDIA, () -> known.flatMap(this::read)));
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

  private Optional<MixedAudio> read(Blob note) {
    if (!present(note)) {
      return Optional.empty();
    }
    try {
      MixedAudio mixed = RecordJson.wire().readValue(blobs.path(note).toFile(), MixedAudio.class);
      boolean whole =
          present(mixed.audio()) && mixed.stems().stream().allMatch(stem -> present(stem.blob()));
      return whole ? Optional.of(mixed) : Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("A remembered mix cannot be read", e);
    }
  }

  private boolean present(Blob blob) {
    return Files.exists(blobs.path(blob));
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(spec.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
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
