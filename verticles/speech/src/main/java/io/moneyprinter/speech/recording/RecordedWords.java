package io.moneyprinter.speech.recording;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.remote.WordTimes;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the words of a whole recording once, however many scenes are cut out of it, at the same
 * time or on several nodes.
 */
final class RecordedWords {
  private final Node node;
  private final WordTimes times;
  private final Map<String, Future<WholeRecording.Words>> running = new ConcurrentHashMap<>();

  RecordedWords(Node node, WordTimes times) {
    this.node = node;
    this.times = times;
  }

  /** Work that several wait for, so that it is nobody's to cancel. */
  private record Shared() implements TaskContext {
    @Override
    public void progress(double fraction) {
      // Those who wait tell their own.
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void onCancel(Runnable stop) {
      // It goes on for the others.
    }
  }

  /**
   * The words of all texts.
   *
   * @param recording what the sound was read from
   */
  Future<WholeRecording.Words> of(Blob recording, Sound sound, SpeechRequest request) {
    String key = key(recording, request);
    return running.computeIfAbsent(
        key,
        absent ->
            node.blobs()
                .recall(key)
                .compose(
                    known ->
                        known.isPresent()
                            ? read(known.get())
                            : found(sound, request).compose(words -> kept(key, words)))
                .onComplete(done -> node.vertx().runOnContext(any -> running.remove(key))));
  }

  private Future<WholeRecording.Words> found(Sound sound, SpeechRequest request) {
    var whole = new SpeechRequest(request.part().whole(), request.language(), request.voice(), 1);
    return times
        .time(whole, sound, List.of(), new Shared())
        .map(spoken -> new WholeRecording.Words(spoken.words(), spoken.timing()));
  }

  private Future<WholeRecording.Words> kept(String key, WholeRecording.Words words) {
    Blobs blobs = node.blobs();
    StagedFile file = blobs.stage(".json");
    return node.pools()
        .run(Pool.MEDIA, () -> Files.write(file.path(), RecordJson.wire().writeValueAsBytes(words)))
        .compose(written -> blobs.commit(file, "application/json", "speech"))
        .onFailure(cause -> blobs.discard(file))
        .compose(blob -> blobs.remember(key, blob))
        .map(words);
  }

  private Future<WholeRecording.Words> read(Blob answer) {
    return node.blobs()
        .local(answer)
        .compose(
            file ->
                node.pools()
                    .run(
                        Pool.MEDIA,
                        () ->
                            RecordJson.wire()
                                .readValue(file.toFile(), WholeRecording.Words.class)));
  }

  private static String key(Blob recording, SpeechRequest request) {
    String work =
        String.join(
            "\n",
            "speech.whole-recording-1",
            recording.key(),
            request.language(),
            request.part().whole());
    return Sha256.hex(work);
  }
}
