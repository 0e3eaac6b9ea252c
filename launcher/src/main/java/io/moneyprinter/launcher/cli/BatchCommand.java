package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.launcher.batch.BaseFile;
import io.moneyprinter.launcher.batch.BatchFile;
import io.moneyprinter.launcher.batch.BatchFollower;
import io.moneyprinter.launcher.batch.BatchMaker;
import io.moneyprinter.launcher.batch.BatchProgress;
import io.moneyprinter.launcher.batch.BatchResults;
import io.moneyprinter.launcher.batch.VariantOptions;
import io.moneyprinter.launcher.make.ResultFolder;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.launcher.settings.Installation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter batch}. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a video of each row of a file, here and now, each into a folder of its own.",
      "When it is cut short, the same command goes on where it stopped."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter batch conf/examples/batch.csv",
      "  moneyprinter batch topics.jsonl --base look.yaml --out videos",
      "  moneyprinter batch topics.csv --variant canvas=9:16,16:9 --variant voice=a,b"
    })
public final class BatchCommand implements Callable<Integer> {
  /** What a shell reports for a program ended by Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private static final long ORDER_MINUTES = 5;

  @Parameters(paramLabel = "FILE", description = "The rows: .csv, .json, .jsonl or .ndjson")
  private Path file;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "What all rows have in common: a brief as YAML or JSON")
  private Path base;

  @Mixin private VariantOptions variants = new VariantOptions();

  @Option(names = "--skip-invalid", description = "Pass over rows that are no briefs")
  private boolean skipInvalid;

  @Option(
      names = "--open",
      paramLabel = "N",
      description = "How many rows are under way at once (default: orchestration.batch.open-jobs)")
  private Integer openJobs;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where to put the results (default: out/<name of the file>)")
  private Path folder;

  @Option(names = "--fresh", description = "Start over even when the same was begun before")
  private boolean fresh;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException, InterruptedException {
    BatchFile rows = BatchFile.read(file);
    BaseFile common = base == null ? BaseFile.NONE : BaseFile.read(base);
    BatchOptions wish =
        new BatchOptions(
            rows.name(),
            null,
            variants.matrix(),
            skipInvalid ? OnInvalid.SKIP : OnInvalid.REFUSE,
            null,
            openJobs);
    Path target = folder == null ? Path.of("out").resolve(rows.name()) : folder;
    new ResultFolder(target).prepare();
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
        return finish(make(rows, common, wish, node, target, out), target, out);
      } finally {
        onStop.close();
      }
    }
  }

  private Batch make(
      BatchFile rows,
      BaseFile common,
      BatchOptions wish,
      RunningNode node,
      Path target,
      PrintWriter out)
      throws TimeoutException, InterruptedException {
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);
    Batch batch =
        new BatchMaker(node.vertx().eventBus(), caller)
            .order(rows, common, wish, fresh)
            .await(ORDER_MINUTES, TimeUnit.MINUTES);
    out.println(
        batch.replayed()
            ? "Resuming %s: %d of %d videos are done"
                .formatted(file, batch.counts().done(), batch.rows())
            : "Making %d videos of %s".formatted(batch.rows(), file));
    out.flush();
    return new BatchFollower(
            node.vertx().eventBus(),
            caller,
            new BatchResults(target, node.node().blobs(), batch.rows()),
            new BatchProgress(out, System.console() != null))
        .follow(batch.id());
  }

  private int finish(Batch batch, Path target, PrintWriter out) {
    out.printf("%n%d of %d videos are in %s%n", batch.counts().done(), batch.rows(), target);
    out.flush();
    if (batch.state() != BatchState.FINISHED) {
      throw new ServiceFailure(
          FailureCode.CANCELLED,
          "The batch is " + batch.state() + "; the same command goes on from there");
    }
    int failed = batch.counts().failed() + batch.counts().cancelled();
    if (failed > 0) {
      throw new ServiceFailure(
          FailureCode.INVALID,
          failed + " rows gave no video; the same command tries them once more");
    }
    return 0;
  }

  private void interrupted(RunningNode node, PrintWriter out) {
    out.println();
    out.println("Stopped. The same command goes on from here.");
    out.flush();
    node.close();
  }
}
