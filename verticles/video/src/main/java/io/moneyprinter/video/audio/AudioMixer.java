package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.nio.file.Path;

/**
 * Makes the sound of a whole video: one continuous mix, encoded once. Voice, music, the clips' own
 * sound and effects are each laid on a track of the video's length, set against each other, and
 * mixed; the mix is brought to its loudness, encoded, and measured.
 */
public final class AudioMixer {
  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;
  private final MediaProbe probe;
  private final RememberedMixes remembered;

  /** With the usual limits of what a file may be. */
  public AudioMixer(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data) {
    this(ffmpeg, blobs, pools, data, new MediaProbe(ffmpeg, pools, MediaLimits.usual()));
  }

  /**
   * @param probe asked why a file cannot be decoded
   */
  public AudioMixer(
      Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data, MediaProbe probe) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
    this.probe = probe;
    this.remembered = new RememberedMixes(blobs, pools, ffmpeg.program().build());
  }

  /**
   * The sound, as long as the mix says, in the form that suits the container, with the loudness it
   * was measured to have; and the stems that were mixed, where they are wanted. {@code INVALID}
   * names the sound that cannot be used. An equal request is answered with what was made for the
   * first one.
   */
  public Future<MixedAudio> mix(MixAudio request, TaskContext task) {
    return remembered
        .recall(request)
        .compose(
            known ->
                known
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            fresh(request, task)
                                .compose(mixed -> remembered.remember(request, mixed))));
  }

  private Future<MixedAudio> fresh(MixAudio request, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> data.scratch("audio"))
        .compose(
            folder ->
                new MixWork(ffmpeg, blobs, pools, probe, request, folder, task)
                    .mixed()
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))))
        .recover(DiskTrouble::<MixedAudio>named);
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
