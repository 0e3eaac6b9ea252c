package io.moneyprinter.speech;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.audio.FormatNormalizer;
import io.moneyprinter.speech.audio.WavFile;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Keeps what was spoken: the audio, and beside it, as a file of its own, the answer with the word
 * times. Both are found again by what was asked for and who spoke.
 */
final class SpeechStore {
  private static final String ORIGIN = "speech";

  private record Prepared(SpokenText spoken, StagedFile file) {}

  private final Blobs blobs;
  private final WorkerPools pools;
  private final FormatNormalizer normalizer;

  SpeechStore(Blobs blobs, WorkerPools pools, FormatNormalizer normalizer) {
    this.blobs = blobs;
    this.pools = pools;
    this.normalizer = normalizer;
  }

  /** What this provider spoke for an equal request. */
  Future<Optional<Speech>> recall(SpeechProvider provider, SpeechRequest request) {
    var key = SpeechKey.of(provider, request);
    return blobs
        .recall(key.audio())
        .compose(
            audio ->
                audio.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : blobs.recall(key.answer()).compose(this::read));
  }

  /** Stores what a provider spoke, in the common form. */
  Future<Speech> keep(SpeechProvider provider, SpeechRequest request, SpokenText spoken) {
    var key = SpeechKey.of(provider, request);
    return pools
        .run(Pool.MEDIA, () -> prepared(spoken))
        .compose(
            prepared ->
                remembered(key.audio(), prepared.file(), "audio/wav")
                    .map(audio -> speech(audio, prepared.spoken(), provider, request)))
        .compose(speech -> pools.run(Pool.MEDIA, () -> written(speech)))
        .compose(file -> remembered(key.answer(), file, "application/json"))
        .compose(answer -> read(Optional.of(answer)))
        .map(Optional::orElseThrow);
  }

  private Future<Blob> remembered(String key, StagedFile file, String mediaType) {
    return blobs
        .commit(file, mediaType, ORIGIN)
        .onFailure(cause -> blobs.discard(file))
        .compose(blob -> blobs.remember(key, blob));
  }

  private Future<Optional<Speech>> read(Optional<Blob> answer) {
    if (answer.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return blobs
        .local(answer.get())
        .compose(
            file ->
                pools.run(
                    Pool.MEDIA,
                    () -> Optional.of(RecordJson.wire().readValue(file.toFile(), Speech.class))));
  }

  private Prepared prepared(SpokenText spoken) throws IOException {
    SpokenText common = normalizer.normalize(spoken);
    StagedFile file = blobs.stage(".wav");
    WavFile.write(common.sound(), file.path());
    return new Prepared(common, file);
  }

  private StagedFile written(Speech speech) throws IOException {
    StagedFile file = blobs.stage(".json");
    Files.write(file.path(), RecordJson.wire().writeValueAsBytes(speech));
    return file;
  }

  private static Speech speech(
      Blob audio, SpokenText spoken, SpeechProvider provider, SpeechRequest request) {
    return new Speech(
        audio,
        spoken.sound().seconds(),
        spoken.words(),
        request.voice().id(),
        provider.id(),
        spoken.timing());
  }
}
