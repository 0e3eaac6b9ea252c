package io.moneyprinter.gateway;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.health.HealthRegistry;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Serves the page with make-believe services, for work on the page alone: every order is "made" in
 * some seconds. Arguments: port, and a folder with a video.mp4, poster.jpg and captions.vtt to
 * show.
 */
public final class PageDemo {
  private static final List<String> STEPS =
      List.of("script", "speech", "materials", "timeline", "render", "audio", "publish");
  private static final int PARTS = 6;

  private final Node node;
  private final FakeServices services;
  private final Path sample;

  private PageDemo(Node node, Path sample) {
    this.node = node;
    this.services = new FakeServices(node.vertx().eventBus());
    this.sample = sample;
  }

  public static void main(String[] args) throws IOException {
    CallContext.prepare();
    Vertx vertx = Vertx.vertx();
    MessageCatalogue.all().registerOn(vertx.eventBus());
    DataFolder data = new DataFolder(Files.createTempDirectory("page-demo-"));
    NodeInfo info = new NodeInfo("demo", "demo", "development", Set.of("gateway"), Instant.now());
    Node node =
        new Node(
            info,
            vertx,
            data,
            null,
            null,
            new WorkerPools(vertx, 2),
            new Blobs(vertx, data),
            null,
            TaskSlots.forCores(2),
            new HealthRegistry("demo"),
            new Discovery(vertx, info),
            new SimpleMeterRegistry());
    new PageDemo(node, Path.of(args[1])).start(Integer.parseInt(args[0]), args.length > 2);
  }

  private void start(int port, boolean required) {
    services.serve();
    services.created =
        job -> {
          node.vertx().setTimer(800, now -> work(job.id(), 0, 0));
          return io.vertx.core.Future.succeededFuture(job);
        };
    GatewayConfig config =
        TestConfig.with(
            "auth",
            required ? "required" : "local",
            "http.port",
            Integer.toString(port),
            "http.drain",
            "1s");
    node.health().ready(true);
    node.vertx()
        .deployVerticle(new GatewayVerticle(config, node))
        .onFailure(Throwable::printStackTrace);
  }

  /** One part of one step, then the next. A script that says "fail" fails while rendering. */
  private void work(String id, int step, int part) {
    Job job = services.jobs.get(id);
    if (job.state().terminal()) {
      return;
    }
    String text = String.valueOf(job.brief().script());
    boolean fails = text.contains("fail") && step == 4 && part == 3;
    List<StepView> views = views(step, part, fails);
    double progress = (step + part / (double) PARTS) / STEPS.size();
    if (fails) {
      JobFailure failure =
          new JobFailure(
              FailureCode.RESOURCE,
              "render",
              "The disk is full: 12 MB are left, 80 MB are needed. Make room, then resume",
              List.of());
      services.with(job, JobState.FAILED, progress, null, failure, views);
      services.emit(id, JobEvent.Type.JOB_FAILED, "render", failure.message());
    } else if (step == STEPS.size()) {
      services.with(job, JobState.COMPLETED, 1, result(job), null, views);
      services.emit(id, JobEvent.Type.JOB_COMPLETED, null, "The video is ready");
    } else {
      services.with(job, JobState.RUNNING, progress, null, null, views);
      JobEvent.Type type = part == 0 ? JobEvent.Type.STEP_STARTED : JobEvent.Type.STEP_PROGRESS;
      String name = STEPS.get(step);
      services.emit(id, type, name, "Scene " + (part + 1) + " of " + PARTS);
      boolean last = part + 1 == PARTS;
      node.vertx().setTimer(250, now -> work(id, last ? step + 1 : step, last ? 0 : part + 1));
    }
  }

  private static List<StepView> views(int step, int part, boolean failed) {
    List<StepView> views = new ArrayList<>();
    for (int i = 0; i < STEPS.size(); i++) {
      StepState state =
          i < step ? StepState.DONE : i > step ? StepState.WAITING : StepState.RUNNING;
      if (failed && i == step) {
        state = StepState.FAILED;
      }
      int of = List.of(1, 2, 4).contains(i) ? PARTS : 1;
      double progress = i < step ? 1 : i > step ? 0 : part / (double) PARTS;
      int done = i < step ? of : i == step && of > 1 ? part : 0;
      views.add(new StepView(STEPS.get(i), state, done, of, progress, 1, null, null));
    }
    return views;
  }

  private Publication result(Job job) {
    List<Publication.File> files = new ArrayList<>();
    for (String name :
        List.of(Publication.VIDEO, Publication.POSTER, Publication.SRT, Publication.VTT)) {
      Path file = sample.resolve(name);
      if (Files.exists(file)) {
        files.add(new Publication.File(name, store(file)));
      }
    }
    String words = String.valueOf(job.brief().script());
    return new Publication(words.substring(0, Math.min(60, words.length())), 8, files);
  }

  private Blob store(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String key = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      Blob blob = new Blob(key, bytes.length, "application/octet-stream");
      Path target = node.blobs().path(blob);
      Files.createDirectories(target.getParent());
      Files.write(target, bytes);
      return blob;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
