package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.video.CaptionPreset;
import io.moneyprinter.codecs.video.CaptionPresets;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.video.captions.CaptionPreviewer;
import io.moneyprinter.video.fonts.FontBook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter captions}. */
@Command(
    name = "captions",
    mixinStandardHelpOptions = true,
    description = "Lists the presets of captions, or draws one.")
public final class CaptionsCommand implements Callable<Integer> {
  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description = "Draws a caption into this PNG file, a word of it being spoken")
  private Path preview;

  @Option(names = "--preset", paramLabel = "NAME", description = "The preset to draw")
  private String preset;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "What the caption says; its first phrase is drawn (default: a sample)")
  private String text;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      description = "Language of the text, such as en, ar or zh (default: en)")
  private String language;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (preview == null) {
      for (CaptionPreset each : CaptionPresets.all()) {
        out.printf("%-12s %s%n", each.name(), each.description());
      }
    } else {
      draw(out);
    }
    out.flush();
    return 0;
  }

  private void draw(PrintWriter out) throws IOException {
    Installation installation = options.read();
    LogSetup.toFile(
        installation.config().logging(), installation.data().resolve("logs/captions.log"));
    FontBook fonts =
        new FontBook(
            installation.config().video().fonts().map(Path::of).orElse(null),
            new DataFolder(installation.data()).cache("fonts"));
    CaptionStyle style = preset == null ? CaptionStyle.DEFAULT : CaptionStyle.ofPreset(preset);
    CaptionPreviewer.Preview drawn =
        new CaptionPreviewer(fonts).draw(new PreviewCaptions(style, text, null, language));
    try (OutputStream file = Files.newOutputStream(preview)) {
      ImageIO.write(drawn.image(), "png", file);
    }
    out.println(drawn.description());
    drawn.warnings().forEach(out::println);
    out.println(preview.toAbsolutePath());
  }
}
