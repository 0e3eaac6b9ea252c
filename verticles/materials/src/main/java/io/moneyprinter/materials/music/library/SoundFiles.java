package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MeasureSound;
import io.moneyprinter.codecs.video.SoundMeasure;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.folder.MediaType;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Looks at sound that came from outside: what it says it is, and whether all of it decodes. */
public final class SoundFiles {
  private static final Set<MediaType> SOUNDS =
      Set.of(
          MediaType.WAV,
          MediaType.MP3,
          MediaType.M4A,
          MediaType.OGG,
          MediaType.FLAC,
          MediaType.MP4,
          MediaType.WEBM);

  private final Node node;
  private final Duration longest;

  /**
   * @param longest sound that is taken
   */
  public SoundFiles(Node node, Duration longest) {
    this.node = node;
    this.longest = longest;
  }

  /**
   * A file that is sound all through.
   *
   * @param audio with the media type that its content says
   */
  record Checked(Blob audio, SoundMeasure measure) {}

  /** Fails with {@code INVALID} for anything that is not sound, is damaged, or is too long. */
  Future<Checked> check(Blob blob) {
    return node.blobs()
        .local(blob)
        .compose(here -> node.pools().run(Pool.MEDIA, () -> sniffed(blob, here)))
        .compose(
            audio ->
                VideoMessages.MEASURE_SOUND
                    .ask(node.vertx().eventBus(), new MeasureSound(audio))
                    .map(measure -> new Checked(audio, within(measure))));
  }

  /**
   * Takes a file into the store.
   *
   * @param writing writes it
   */
  Future<Blob> store(Function<Path, Future<?>> writing) {
    StagedFile file = node.blobs().stage(".sound");
    return writing
        .apply(file.path())
        .compose(written -> node.blobs().commit(file, "application/octet-stream", "materials"))
        .onFailure(cause -> node.blobs().discard(file));
  }

  private Blob sniffed(Blob blob, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MediaType type =
          MediaType.of(in.readNBytes(MediaType.HEAD))
              .filter(SOUNDS::contains)
              .orElseThrow(
                  () ->
                      ServiceFailure.invalid(
                          "/audio",
                          "This is no sound, whatever its name says: give a WAV, MP3, M4A, OGG or"
                              + " FLAC file"));
      return new Blob(blob.key(), blob.size(), type.mediaType());
    }
  }

  private SoundMeasure within(SoundMeasure measure) {
    if (measure.seconds() > longest.toSeconds()) {
      throw ServiceFailure.invalid(
          "/audio",
          "It lasts %.0f s, longer than the %d that are taken: cut it, or raise materials.music.max-length"
              .formatted(measure.seconds(), longest.toSeconds()));
    }
    return measure;
  }
}
