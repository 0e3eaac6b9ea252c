package io.moneyprinter.video.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.moneyprinter.video.receipt.ReceiptWriter;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Names the files of a finished video and writes its manifest, its receipt and its credits. */
public final class Publisher {
  private final TextFiles texts;
  private final ManifestWriter manifest;
  private final ReceiptWriter receipt;

  /**
   * @param tool name and version of this software
   */
  public Publisher(Blobs blobs, WorkerPools pools, String tool, FfmpegProgram program) {
    this.texts = new TextFiles(blobs, pools);
    this.receipt = new ReceiptWriter(blobs, pools, tool, program);
    this.manifest = new ManifestWriter(tool);
  }

  /** The files as their owner sees them. */
  public Future<Publication> publish(PublishVideo request, TaskContext task) {
    Rendition rendition = request.renditions().get(0);
    List<Publication.File> made = files(request);
    Future<Blob> manifestFile = texts.store(manifest.write(request), ".json", "application/json");
    Future<Blob> receiptFile =
        receipt
            .write(request, made)
            .compose(text -> texts.store(text, ".json", "application/json"));
    Future<Blob> metadataFile = metadata(request);
    Future<Blob> licences = texts.store(LicenceWriter.json(request), ".json", "application/json");
    Future<Blob> credits = texts.store(LicenceWriter.credits(request), ".txt", "text/plain");
    return Future.all(manifestFile, receiptFile, metadataFile, licences, credits)
        .map(
            written -> {
              List<Publication.File> all = new ArrayList<>(made);
              all.add(new Publication.File(Publication.MANIFEST, manifestFile.result()));
              all.add(new Publication.File(Publication.RECEIPT, receiptFile.result()));
              all.add(new Publication.File(Publication.LICENCES, licences.result()));
              all.add(new Publication.File(Publication.CREDITS, credits.result()));
              if (metadataFile.result() != null) {
                all.add(new Publication.File(Publication.METADATA, metadataFile.result()));
              }
              int reused =
                  (int) request.segments().stream().filter(RenderedSegment::reused).count();
              return new Publication(
                  ManifestWriter.title(request),
                  rendition.seconds(),
                  all,
                  Doubts.of(request),
                  request.segments().size() - reused,
                  reused);
            });
  }

  /** {@code null} where the script brought none, such as one that was laid out by hand. */
  private Future<Blob> metadata(PublishVideo request) {
    if (request.script() == null || request.script().metadata() == null) {
      return Future.succeededFuture();
    }
    try {
      String text =
          RecordJson.wire()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(request.script().metadata())
              + "\n";
      return texts.store(text, ".json", "application/json");
    } catch (JsonProcessingException e) {
      return Future.failedFuture(e);
    }
  }

  private static List<Publication.File> files(PublishVideo request) {
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
