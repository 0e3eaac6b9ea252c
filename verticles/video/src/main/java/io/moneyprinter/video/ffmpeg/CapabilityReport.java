package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.video.Capabilities;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Says what this node can encode with, by trying every encoder that is known. */
public final class CapabilityReport {
  private final FfmpegProgram program;
  private final EncoderCatalogue catalogue;
  private final EncoderProbe probe;
  private final AcceleratorProbe accelerators;
  private final Supplier<Future<List<String>>> fonts;

  /**
   * @param fonts families that captions may be set in
   */
  public CapabilityReport(
      Ffmpeg ffmpeg,
      EncoderCatalogue catalogue,
      EncoderProbe probe,
      WorkerPools pools,
      DataFolder data,
      Supplier<Future<List<String>>> fonts) {
    this.program = ffmpeg.program();
    this.accelerators = new AcceleratorProbe(ffmpeg, catalogue, pools, data);
    this.catalogue = catalogue;
    this.probe = probe;
    this.fonts = fonts;
  }

  /**
   * Encodes a few frames with each encoder, one after the other; then tries the hardware's parts.
   */
  public Future<Capabilities> make() {
    List<Capabilities.Encoder> tried = new ArrayList<>();
    Future<?> trials = Future.succeededFuture();
    for (String name : EncoderCatalogue.NAMES) {
      trials = trials.compose(before -> trial(name)).onSuccess(tried::add);
    }
    return trials
        .compose(done -> Future.all(fonts.get(), accelerators.tryAll(tried)))
        .map(
            both ->
                new Capabilities(
                    program.version() + ", " + program.ffmpeg(),
                    program.build(),
                    tried,
                    both.resultAt(0),
                    both.resultAt(1)));
  }

  private Future<Capabilities.Encoder> trial(String name) {
    return probe
        .trial(catalogue.named(name))
        .map(works -> new Capabilities.Encoder(name, true, "encoded its trial frames"))
        .otherwise(
            cause ->
                new Capabilities.Encoder(
                    name, false, AcceleratorProbe.firstLine(cause.getMessage())));
  }
}
