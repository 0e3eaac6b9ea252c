package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.Review;
import io.moneyprinter.launcher.make.BegunVideo;
import io.moneyprinter.launcher.make.BriefFile;
import io.moneyprinter.launcher.make.BriefOptions;
import io.moneyprinter.launcher.make.FinishedVideo;
import io.moneyprinter.launcher.make.JobFollower;
import io.moneyprinter.launcher.make.ProgressView;
import io.moneyprinter.launcher.make.ResultFolder;
import io.moneyprinter.launcher.make.ReviewDesk;
import io.moneyprinter.launcher.make.VideoMaker;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.launcher.settings.Installation;
import io.vertx.core.Future;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter make}. */
@Command(
    name = "make",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes one video, here and now, and says where it is.",
      "When it is cut short, the same command goes on where it stopped."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter make conf/examples/coffee.yaml",
      "  moneyprinter make notes.txt --format landscape --music bright",
      "  moneyprinter make --script \"Honey never spoils. Here is why.\" --out honey"
    })
public final class MakeCommand implements Callable<Integer> {
  /** What a shell reports for a program ended by Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private static final long DAYS = 1;

  @Mixin private BriefOptions brief = new BriefOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where to put the result (default: out/<title>)")
  private Path folder;

  @Option(names = "--fresh", description = "Start over even when the same was begun before")
  private boolean fresh;

  @Option(
      names = {"-y", "--yes"},
      description = "Agree to the storyboard of a brief with 'review: storyboard' without asking")
  private boolean yes;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  public MakeCommand() {
    this(Terminal.ofProgram());
  }

  MakeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TimeoutException {
    BriefFile.Content content = brief.read();
    requireTerminal(content);
    Optional.ofNullable(folder).map(ResultFolder::new).ifPresent(ResultFolder::prepare);
    Installation installation = options.read();
    LogSetup.toFile(installation.config().logging(), installation.data().resolve("logs/make.log"));
    PrintWriter out = spec.commandLine().getOut();
    Set<String> roles = new LinkedHashSet<>(Services.all());
    roles.remove(Services.GATEWAY);
    roles.remove("monitoring");
    try (RunningNode node = RunningNode.start(installation, roles)) {
      StopSignal.Registration onStop =
          StopSignal.whenStopped(() -> interrupted(node, out), INTERRUPTED);
      try {
        return finish(make(content, node, out), node, out);
      } finally {
        onStop.close();
      }
    }
  }

  private BriefFile.Content requireTerminal(BriefFile.Content wanted) {
    if (wanted.brief().review() != Review.NONE && !yes && !terminal.there()) {
      throw ServiceFailure.invalid(
          "/review",
          "asks before the video is made, but there is no terminal to ask at: agree beforehand by"
              + " --yes, or take review out of the brief");
    }
    return wanted;
  }

  private Job make(BriefFile.Content content, RunningNode node, PrintWriter out)
      throws TimeoutException {
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);
    ProgressView view = new ProgressView(out, terminal.there());
    ReviewDesk desk =
        new ReviewDesk(node.vertx(), caller, out, yes ? ReviewDesk.YES : terminal::read);
    Future<Job> made =
        brief
            .filled(content, node.vertx().eventBus(), caller)
            .map(this::requireTerminal)
            .compose(whole -> new VideoMaker(node.vertx().eventBus(), caller).order(whole, fresh))
            .compose(
                job -> {
                  BegunVideo.print(job, brief.name(), view, out);
                  return job.state() == JobState.COMPLETED
                      ? Future.succeededFuture(job)
                      : new JobFollower(node.vertx(), caller)
                          .follow(job.id(), now -> show(now, view, desk));
                });
    try {
      return made.await(DAYS, TimeUnit.DAYS);
    } finally {
      view.clear();
    }
  }

  private static void show(Job job, ProgressView view, ReviewDesk desk) {
    if (!desk.asking()) {
      view.show(job);
      if (job.steps().stream().anyMatch(step -> step.state() == StepState.AWAITING)) {
        view.clear();
        desk.look(job);
      }
    }
  }

  private int finish(Job job, RunningNode node, PrintWriter out) {
    if (job.state() != JobState.COMPLETED) {
      throw failure(job);
    }
    Publication result = job.result();
    ResultFolder target =
        folder == null
            ? ResultFolder.under(Path.of("out"), result.title())
            : new ResultFolder(folder);
    target.prepare();
    target.fill(result, node.node().blobs());
    FinishedVideo.print(job, target.path(), out);
    return 0;
  }

  private static ServiceFailure failure(Job job) {
    if (job.state() == JobState.CANCELLED) {
      return new ServiceFailure(
          FailureCode.CANCELLED, "The job was cancelled; the same command goes on from there");
    }
    JobFailure why = job.failure();
    return new ServiceFailure(
        why.code(), "The step '" + why.step() + "' failed: " + why.message(), why.violations());
  }

  private void interrupted(RunningNode node, PrintWriter out) {
    out.println();
    out.println(
        fresh
            ? "Stopped. What was spoken and rendered is kept and used again."
            : "Stopped. The same command goes on from here.");
    out.flush();
    node.close();
  }
}
