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
                    ManifestWriter.title(request),
                    rendition.seconds(),
                    files(request, written),
                    Doubts.of(request)));
  }

  private static List<Publication.File> files(PublishVideo request, Blob manifest) {
    List<Publication.File> files = new ArrayList<>();
    for (Rendition rendition : request.renditions()) {
      add(files, rendition, nameOf(rendition.video()), rendition.video());
      add(files, rendition, Publication.POSTER, rendition.poster());
      add(files, rendition, Publication.SRT, rendition.srt());
      add(files, rendition, Publication.VTT, rendition.vtt());
      add(files, rendition, Publication.ASS, rendition.ass());
      rendition.more().forEach(file -> add(files, rendition, file.name(), file.blob()));
    }
    files.addAll(request.audio().stems());
    files.add(new Publication.File(Publication.MANIFEST, manifest));
    return files;
  }

  private static void add(
      List<Publication.File> files, Rendition rendition, String name, Blob blob) {
    if (blob != null) {
      int dot = name.lastIndexOf('.');
      String mark = rendition.name().isEmpty() ? "" : "-" + rendition.name();
      files.add(new Publication.File(name.substring(0, dot) + mark + name.substring(dot), blob));
    }
  }

  private static String nameOf(Blob video) {
    return switch (video.mediaType()) {
      case "video/webm" -> Publication.WEBM;
      case "video/quicktime" -> Publication.MOV;
      case "image/gif" -> Publication.GIF;
      case "audio/mp4" -> Publication.SOUND;
      default -> Publication.VIDEO;
    };
  }
}
