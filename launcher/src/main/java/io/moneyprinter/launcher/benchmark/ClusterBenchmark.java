package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.ShowSegments;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.launcher.settings.Installation;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The same video as a job of a cluster: one node of one processor, two of them, and two of which
 * one is killed when half of the segments are done. Blocks for many minutes.
 */
public final class ClusterBenchmark {
  private static final int CLIPS = 12;
  private static final int WARM_UP_SCENES = 2;
  private static final long LOOK_MILLIS = 100;
  private static final long ANSWER_SECONDS = 60;

  private final Installation.Choice choice;
  private final Program program;
  private final Pinning pinning;
  private final int scenes;
  private final PrintWriter out;

  /** A video that was made. */
  private record Made(double seconds, int segments, String key) {}

  /**
   * @param choice what the command line says of the installation
   * @param folder where everything goes
   * @param scenes of the video, five seconds each
   */
  public ClusterBenchmark(
      Installation.Choice choice,
      io.moneyprinter.video.ffmpeg.FfmpegProgram ffmpeg,
      Path folder,
      int scenes,
      PrintWriter out)
      throws IOException {
    this.choice = choice;
    this.program = new Program(ffmpeg, folder);
    this.pinning = Pinning.ofMachine();
    this.scenes = scenes;
    this.out = out;
  }

  /** Makes the three and prints a row for each. */
  public void measure() throws Exception {
    List<Scenery.Source> sources = new Scenery(program).clips(Math.min(CLIPS, scenes));
    line(
        "%n### Nodes of one processor each, %d s of video, 1080x1920, 30 frames a second%n",
        scenes * BenchmarkVideo.SCENE_FRAMES / Scenery.FPS);
    line("| nodes that render | wall s | speed-up | of the undisturbed | segments | SHA-256 |");
    line("| --- | --- | --- | --- | --- | --- |");
    pinning.keepSelfToTheRest();
    try {
      Made one = run("one", sources, 1, false);
      row("one", one, one, null);
      Made two = run("two", sources, 2, false);
      row("two", two, one, null);
      Made killed = run("killed", sources, 2, true);
      row("two, one killed at half of the segments", killed, one, two);
      boolean same = one.key().equals(two.key()) && two.key().equals(killed.key());
      line(
          "%nThe three videos are %s. Node 1 had processor %d, node 2 processor %d; orchestration,"
              + " storage, PostgreSQL and Redis had processor %d, of %d.",
          same ? "the same to the byte" : "**not the same**",
          pinning.ofNode(0),
          pinning.ofNode(1),
          pinning.ofTheRest(),
          pinning.processors().size());
    } finally {
      pinning.freeSelf();
    }
  }

  private Made run(String name, List<Scenery.Source> sources, int nodes, boolean kill)
      throws Exception {
    Path folder = program.folder().resolve("cluster-" + name);
    try (ClusterRig rig = new ClusterRig(choice, folder, pinning, nodes)) {
      Intake intake = new Intake(rig.node().blobs());
      List<Blob> footage = new ArrayList<>();
      for (Scenery.Source source : sources) {
        footage.add(intake.footage(source.file()));
      }
      // Another short video first: a Java that has just started takes longer for everything.
      make(
          rig,
          new BenchmarkVideo(sources, footage, intake, "another")
              .request(nodes * WARM_UP_SCENES, VideoCodec.H264, -1),
          false);
      return make(
          rig,
          new BenchmarkVideo(sources, footage, intake, "first")
              .request(scenes, VideoCodec.H264, -1),
          kill);
    }
  }

  /** From the order to the finished video. */
  private Made make(ClusterRig rig, PlanVideo request, boolean kill) throws Exception {
    EventBus bus = rig.node().vertx().eventBus();
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);
    Timeline timeline =
        VideoMessages.PLAN.ask(bus, request).await(ANSWER_SECONDS, TimeUnit.SECONDS).timeline();
    VideoBrief brief =
        VideoBrief.builder()
            .title(request.brief().title())
            .timeline(timeline)
            .output(request.brief().output())
            .build();
    long begin = System.nanoTime();
    String id =
        OrchestrationMessages.CREATE_JOB
            .ask(bus, new CreateJob(brief, null), caller)
            .await(ANSWER_SECONDS, TimeUnit.SECONDS)
            .id();
    boolean toKill = kill;
    while (true) {
      Job job =
          OrchestrationMessages.GET_JOB
              .ask(bus, new GetJob(id), caller)
              .await(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (job.state().terminal()) {
        return made(job, (System.nanoTime() - begin) / 1e9, segments(bus, id, caller).size());
      }
      if (toKill && halfDone(segments(bus, id, caller))) {
        rig.kill(1);
        toKill = false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static List<JobSegment> segments(EventBus bus, String id, CallContext caller)
      throws TimeoutException {
    return OrchestrationMessages.JOB_SEGMENTS
        .ask(bus, new ShowSegments(id), caller)
        .await(ANSWER_SECONDS, TimeUnit.SECONDS)
        .segments();
  }

  private static boolean halfDone(List<JobSegment> segments) {
    long done = segments.stream().filter(s -> s.state() == JobSegment.State.DONE).count();
    return !segments.isEmpty() && 2 * done >= segments.size();
  }

  private static Made made(Job job, double seconds, int segments) {
    if (job.state() != JobState.COMPLETED) {
      throw new IllegalStateException(
          "The video was not made: " + job.state() + ", " + job.failure());
    }
    return new Made(seconds, segments, job.result().file(Publication.VIDEO).orElseThrow().key());
  }

  private void row(String name, Made made, Made one, Made undisturbed) {
    line(
        "| %s | %.1f | %.2f | %s | %d | %s |",
        name,
        made.seconds(),
        one.seconds() / made.seconds(),
        undisturbed == null
            ? ""
            : String.format(Locale.ROOT, "%.2f", made.seconds() / undisturbed.seconds()),
        made.segments(),
        made.key().substring(0, 12));
  }

  private void line(String form, Object... values) {
    out.println(String.format(Locale.ROOT, form, values));
    out.flush();
  }
}
