package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.materials.GetAsset;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.archive.ZipAnswer;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the file that a link is wanted to, as whoever wants it may see it. */
final class LinkTarget {
  private final EventBus bus;

  LinkTarget(EventBus bus) {
    this.bus = bus;
  }

  /** What the storage service is to be asked. */
  Future<CreateLink> of(LinkBody body, CallContext caller) {
    long named =
        Stream.of(body.video(), body.material(), body.object()).filter(n -> n != null).count();
    if (named != 1) {
      throw ServiceFailure.invalid("", "Give one of video, material and object: what to link to");
    }
    if (body.file() != null && body.video() == null) {
      throw ServiceFailure.invalid("/file", "file goes with video: it names one of its files");
    }
    if (body.version() != null && body.material() == null) {
      throw ServiceFailure.invalid("/version", "version goes with material");
    }
    if (body.video() != null) {
      return video(body, caller);
    }
    return body.material() != null ? material(body, caller) : Future.succeededFuture(object(body));
  }

  private Future<CreateLink> video(LinkBody body, CallContext caller) {
    demandId(body.video(), "video");
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(body.video()), caller)
        .map(job -> fileOf(body, job));
  }

  private static CreateLink fileOf(LinkBody body, Job job) {
    if (job.result() == null) {
      throw ServiceFailure.conflict("This video has no files yet: make the link when it is done");
    }
    boolean all = ArchiveRoutes.FILE.equals(body.file());
    Publication.File file =
        job.result().files().stream()
            .filter(
                each ->
                    body.file() == null || all
                        ? each.name().startsWith("video.") || each.name().startsWith("audio.")
                        : each.name().equals(body.file()))
            .findFirst()
            .orElseThrow(() -> ServiceFailure.notFound("This video has no such file"));
    if (all) {
      return wish(
          body,
          file.blob(), // stands for them: the link is good as long as the video is there
          "video/" + job.id() + "/" + ArchiveRoutes.FILE,
          ZipAnswer.MEDIA_TYPE,
          DownloadName.of(job.result().title(), ".zip"));
    }
    FileType type =
        FileType.of(file.name())
            .orElseThrow(() -> ServiceFailure.notFound("This video has no such file"));
    return wish(
        body,
        file.blob(),
        "video/" + job.id() + "/" + file.name(),
        type.mediaType(),
        DownloadName.of(job.result().title(), type.saved()));
  }

  private Future<CreateLink> material(LinkBody body, CallContext caller) {
    demandId(body.material(), "material");
    return LibraryMessages.GET_ASSET
        .ask(bus, new GetAsset(body.material()), caller)
        .map(asset -> versionOf(body, asset));
  }

  private static CreateLink versionOf(LinkBody body, Asset asset) {
    AssetVersion version =
        asset.versions().stream()
            .filter(each -> body.version() == null || each.version() == body.version())
            .findFirst()
            .orElseThrow(() -> ServiceFailure.notFound("This material has no such version"));
    Blob blob = version.blob();
    return wish(
        body,
        blob,
        "material/" + asset.id() + "/" + version.version(),
        blob.mediaType(),
        DownloadName.of(asset.title(), "." + blob.mediaType().replaceFirst("^.*[/-]", "")));
  }

  private static CreateLink object(LinkBody body) {
    if (!Blob.isKey(body.object())) {
      throw ServiceFailure.invalid("/object", "object takes a key: 64 lower-case hex digits");
    }
    return new CreateLink(
        body.object(),
        null,
        null,
        body.fileName(),
        body.disposition(),
        body.expiresInSeconds(),
        body.maxDownloads());
  }

  private static CreateLink wish(
      LinkBody body, Blob blob, String subject, String mediaType, String name) {
    return new CreateLink(
        blob.key(),
        subject,
        mediaType,
        Optional.ofNullable(body.fileName()).orElse(name),
        body.disposition(),
        body.expiresInSeconds(),
        body.maxDownloads());
  }

  private static void demandId(String id, String what) {
    if (!Query.isId(id)) {
      throw ServiceFailure.invalid("/" + what, what + " takes the id of a " + what);
    }
  }
}
