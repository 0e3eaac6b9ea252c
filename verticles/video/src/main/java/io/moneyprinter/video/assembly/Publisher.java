package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Names the files of a finished video and writes its manifest. */
public final class Publisher {
  private final TextFiles texts;
  private final ManifestWriter manifest;

  /**
   * @param tool name and version of this software
   */
  public Publisher(Blobs blobs, WorkerPools pools, String tool) {
    this.texts = new TextFiles(blobs, pools);
    this.manifest = new ManifestWriter(tool);
  }

  /** The files as their owner sees them. */
  public Future<Publication> publish(PublishVideo request, TaskContext task) {
    Rendition rendition = request.renditions().get(0);
    return texts
        .store(manifest.write(request), ".json", "application/json")
        .map(
            written ->
                new Publication(
                    request.script().title(), rendition.seconds(), files(rendition, written)));
  }

  private static List<Publication.File> files(Rendition rendition, Blob manifest) {
    List<Publication.File> files = new ArrayList<>();
    files.add(new Publication.File(Publication.VIDEO, rendition.video()));
    files.add(new Publication.File(Publication.POSTER, rendition.poster()));
    files.add(new Publication.File(Publication.SRT, rendition.srt()));
    files.add(new Publication.File(Publication.VTT, rendition.vtt()));
    if (rendition.ass() != null) {
      files.add(new Publication.File(Publication.ASS, rendition.ass()));
    }
    files.add(new Publication.File(Publication.MANIFEST, manifest));
    return files;
  }
}
