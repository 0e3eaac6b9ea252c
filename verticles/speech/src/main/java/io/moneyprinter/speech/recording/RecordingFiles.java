package io.moneyprinter.speech.recording;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.ConvertSound;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.SoundReader;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads the recordings that lie in collections. */
final class RecordingFiles {
  /** What is read here; anything else is converted first. */
  private static final Set<String> OWN_FORMS = Set.of("audio/wav", "audio/mpeg");

  private final Node node;

  RecordingFiles(Node node) {
    this.node = node;
  }

  /**
   * A recording.
   *
   * @param file that it was read from, WAV or MP3
   */
  record Found(Blob file, Sound sound) {}

  /** A file of a collection, by its name; {@code INVALID} where it cannot be heard. */
  Future<Found> find(String collection, String name) {
    return MaterialsMessages.FIND_ITEMS
        .ask(node.vertx().eventBus(), new FindItems(collection, List.of(name)))
        .compose(found -> readable(found.items().get(0)))
        .compose(
            file ->
                node.blobs()
                    .local(file)
                    .compose(here -> node.pools().run(Pool.MEDIA, () -> read(here)))
                    .map(sound -> new Found(file, sound)));
  }

  /** The file itself where it is WAV or MP3; made into WAV by the video service where not. */
  private Future<Blob> readable(Collection.Item item) {
    Blob file = item.other();
    if (item.picture() instanceof Picture.Footage clip && Boolean.TRUE.equals(clip.audio())) {
      file = clip.blob();
    } else if (file == null || item.seconds() == null) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/voice",
              item.name() + " has no sound; name a recording, such as a WAV or MP3 file"));
    }
    return OWN_FORMS.contains(file.mediaType())
        ? Future.succeededFuture(file)
        : VideoMessages.CONVERT_SOUND
            .ask(node.vertx().eventBus(), new ConvertSound(file))
            .recover(cause -> Future.failedFuture(told(cause, item)));
  }

  private static ServiceFailure told(Throwable cause, Collection.Item item) {
    ServiceFailure failure = ServiceFailure.from(cause);
    return failure.code() != FailureCode.INVALID
        ? failure
        : ServiceFailure.invalid(
            "/voice",
            "%s cannot be read as a recording (%s)".formatted(item.name(), failure.getMessage()));
  }

  private static Sound read(Path file) throws IOException {
    try {
      return SoundReader.read(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid(
          "/voice",
          "The recording cannot be read (%s); save it as WAV or MP3".formatted(e.getMessage()));
    }
  }
}
