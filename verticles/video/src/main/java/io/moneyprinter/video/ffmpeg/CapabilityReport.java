package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.video.Capabilities;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Says what this node can encode with, by trying every encoder that is known. */
public final class CapabilityReport {
  private final FfmpegProgram program;
  private final EncoderCatalogue catalogue;
  private final EncoderProbe probe;
  private final Supplier<Future<List<String>>> fonts;

  /**
   * @param fonts families that captions may be set in
   */
  public CapabilityReport(
      FfmpegProgram program,
      EncoderCatalogue catalogue,
      EncoderProbe probe,
      Supplier<Future<List<String>>> fonts) {
    this.program = program;
    this.catalogue = catalogue;
    this.probe = probe;
    this.fonts = fonts;
  }

  /** Encodes a few frames with each encoder, one after the other. */
  public Future<Capabilities> make() {
    List<Capabilities.Encoder> tried = new ArrayList<>();
    Future<?> trials = Future.succeededFuture();
    for (String name : EncoderCatalogue.NAMES) {
      trials = trials.compose(before -> trial(name)).onSuccess(tried::add);
    }
    return trials
        .compose(done -> fonts.get())
        .map(
            families ->
                new Capabilities(
                    program.version() + ", " + program.ffmpeg(), program.build(), tried, families));
  }

  private Future<Capabilities.Encoder> trial(String name) {
    return probe
        .trial(catalogue.named(name))
        .map(works -> new Capabilities.Encoder(name, true, "encoded its trial frames"))
        .otherwise(cause -> new Capabilities.Encoder(name, false, firstLine(cause.getMessage())));
  }

  private static String firstLine(String text) {
    return String.valueOf(text).lines().findFirst().orElse("failed");
  }
}
