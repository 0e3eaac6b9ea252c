package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which assets a finished video shows, as its {@code licenses.json} tells: a picture is known
 * by its bytes, whichever way the video came by it. Every node that hears of a video does so, to
 * the same effect.
 */
public final class UseNotes {
  private static final Logger LOG = LoggerFactory.getLogger(UseNotes.class);

  private final Node node;
  private final UseStore uses;

  public UseNotes(Node node, UseStore uses) {
    this.node = node;
    this.uses = uses;
  }

  /** What is of interest here of {@code licenses.json}. */
  private record Licences(List<Shown> assets) {
    record Shown(String sha256, List<Use> uses) {}

    record Use(int scene) {}
  }

  /** Hears what happens to jobs. */
  public void hear(JobEvent event) {
    if (event.type() == JobEvent.Type.JOB_COMPLETED) {
      note(event.tenant(), event.jobId())
          .onFailure(
              cause ->
                  LOG.warn(
                      "It could not be noted what video {} shows: {}",
                      event.jobId(),
                      cause.getMessage()));
    }
  }

  /** Notes what a video shows; doing so again changes nothing. */
  Future<Void> note(String tenant, String job) {
    return OrchestrationMessages.GET_JOB
        .ask(node.vertx().eventBus(), new GetJob(job), CallContext.system(tenant))
        .compose(
            found -> {
              Optional<Blob> licences = licences(found);
              return licences.isEmpty()
                  ? Future.succeededFuture()
                  : node.blobs()
                      .local(licences.get())
                      .compose(path -> node.vertx().fileSystem().readFile(path.toString()))
                      .compose(text -> uses.add(tenant, job, shown(text)));
            });
  }

  private static Optional<Blob> licences(Job job) {
    return Optional.ofNullable(job.result()).flatMap(result -> result.file(Publication.LICENCES));
  }

  private static List<UseStore.Shown> shown(Buffer text) {
    try {
      Licences licences = RecordJson.wire().readValue(text.getBytes(), Licences.class);
      return licences.assets().stream()
          .filter(asset -> asset.sha256() != null && asset.uses() != null)
          .flatMap(
              asset ->
                  asset.uses().stream()
                      .filter(use -> use.scene() >= 0)
                      .map(use -> new UseStore.Shown(use.scene(), asset.sha256())))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The licences of a video of ours do not read", e);
    }
  }
}
