package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.VerifiedSegment;
import io.moneyprinter.codecs.video.VerifySegment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.launcher.make.ReceiptFile;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

/** {@code moneyprinter verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks a finished video against its receipt: the files beside it by their hashes, and one",
      "segment, chosen at random, by rendering it once more. Exit code 65 when anything differs."
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final long MINUTES = 30;

  @Parameters(
      paramLabel = "FOLDER|receipt.json",
      description = "Folder of a finished video, or the receipt in it")
  private Path place;

  @Option(
      names = "--segment",
      paramLabel = "N",
      description = "Render this one, counted from 0, instead of one chosen at random")
  private Integer segment;

  @Option(names = "--all", description = "Render all of them")
  private boolean all;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException {
    ReceiptFile file = ReceiptFile.read(place);
    List<Receipt.Piece> chosen = file.choose(segment, all);
    PrintWriter out = spec.commandLine().getOut();
    boolean same = true;
    for (ReceiptFile.Checked checked : file.check()) {
      out.println("  " + checked.message());
      same &= checked.good();
    }
    out.flush();
    if (!chosen.isEmpty()) {
      same &= render(file.receipt(), chosen, out);
    }
    out.println(same ? "The video is what its receipt says." : "The video differs, see above.");
    out.flush();
    return same ? 0 : FailureCode.INVALID.exitCode();
  }

  private boolean render(Receipt receipt, List<Receipt.Piece> chosen, PrintWriter out)
      throws TimeoutException {
    Installation installation = options.read();
    LogSetup.toFile(
        installation.config().logging(), installation.data().resolve("logs/verify.log"));
    boolean same = true;
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "video"))) {
      for (Receipt.Piece piece : chosen) {
        VerifiedSegment found =
            VideoMessages.VERIFY_SEGMENT
                .ask(
                    node.vertx().eventBus(),
                    new VerifySegment(piece, receipt.ffmpeg()),
                    CallContext.system(CallContext.LOCAL_TENANT))
                .await(MINUTES, TimeUnit.MINUTES);
        tell(found, receipt.segments().size(), out);
        same &= found.same();
      }
    }
    return same;
  }

  private static void tell(VerifiedSegment found, int of, PrintWriter out) {
    String name = "segment " + found.index() + " of " + of;
    if (found.same()) {
      out.println("  ✓ " + name + ": rendered again, the same bytes");
    } else {
      out.printf(
          "  ✗ %s: rendered again, other bytes: %s instead of %s%n",
          name, found.actual(), found.expected());
      List<String> why = found.differences();
      if (why.isEmpty()) {
        out.println("      FFmpeg, encoder and fonts are the same: the receipt or the file is not");
      }
      why.forEach(difference -> out.println("      " + difference));
    }
    out.flush();
  }
}
