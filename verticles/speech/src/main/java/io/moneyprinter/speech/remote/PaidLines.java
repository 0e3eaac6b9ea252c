package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.ExternalCalls.Answer;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.align.HeardWord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Has lines spoken that are paid for by the character. What came is stored before anything is done
 * with it, so that a step done again after a crash does not pay again.
 */
final class PaidLines {
  /** What decides the answer. */
  private record Asked(String version, Line line) {}

  /** What came, its sound in the store. */
  private record Kept(Blob audio, int rawRate, List<HeardWord> heard, double rate) {}

  private final Blobs blobs;
  private final WorkerPools pools;

  PaidLines(Blobs blobs, WorkerPools pools) {
    this.blobs = blobs;
    this.pools = pools;
  }

  Future<RemoteSound> say(RemoteTraits traits, RemoteVoice voice, Line line, TaskContext work) {
    int characters = line.text().codePointCount(0, line.text().length());
    return work.calls()
        .once(
            traits.id(),
            new Asked(traits.version(), line),
            Kept.class,
            () ->
                voice
                    .say(line)
                    .compose(this::kept)
                    .map(
                        kept ->
                            new Answer<>(
                                kept,
                                List.of(
                                    new Cost(traits.priced(), CostUnit.CHARACTERS, characters)))))
        .compose(this::read);
  }

  private Future<Kept> kept(RemoteSound sound) {
    return pools
        .run(Pool.MEDIA, () -> written(sound.audio()))
        .compose(
            file ->
                blobs
                    .commit(file, "application/octet-stream", "speech")
                    .onFailure(cause -> blobs.discard(file)))
        .map(blob -> new Kept(blob, sound.rawRate(), sound.heard(), sound.rate()));
  }

  private StagedFile written(Buffer audio) throws IOException {
    StagedFile file = blobs.stage(".audio");
    Files.write(file.path(), audio.getBytes());
    return file;
  }

  private Future<RemoteSound> read(Kept kept) {
    return blobs
        .local(kept.audio())
        .compose(file -> pools.run(Pool.MEDIA, () -> Buffer.buffer(Files.readAllBytes(file))))
        .map(audio -> new RemoteSound(audio, kept.rawRate(), kept.heard(), kept.rate()));
  }
}
