package io.moneyprinter.video;

import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.video.ffmpeg.CapabilityReport;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.EncoderProbe;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.moneyprinter.video.fonts.FontBook;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;

/** The video service: plans, renders, mixes, joins, checks and publishes; and probes media. */
public final class VideoVerticle extends ServiceVerticle {
  private static final FfmpegCommand SAY_VERSION =
      FfmpegCommand.look("say its version", List.of("-version"));

  private final VideoConfig config;

  public VideoVerticle(VideoConfig config, Node node) {
    super("video", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    Path cache = node.data().cache("ffmpeg");
    return node.pools()
        .run(Pool.ENCODE, () -> program(cache))
        .compose(
            program -> {
              Ffmpeg ffmpeg =
                  new Ffmpeg(node.vertx(), node.pools(), node.data(), program, config.limits());
              scope.onClose(ffmpeg::close);
              EncoderCatalogue catalogue = new EncoderCatalogue(config.preset(), config.crf());
              EncoderProbe probe = new EncoderProbe(ffmpeg, catalogue, node.pools(), cache);
              return EncoderChoice.make(catalogue, probe, program, config.encoders())
                  .map(
                      encoders -> {
                        scope.health("ffmpeg", () -> ffmpeg.run(SAY_VERSION));
                        FontBook fonts =
                            new FontBook(
                                config.fonts().map(Path::of).orElse(null),
                                node.data().cache("fonts"));
                        new VideoServices(config, scope, ffmpeg, encoders, fonts).serve();
                        CapabilityReport report =
                            new CapabilityReport(
                                ffmpeg,
                                catalogue,
                                probe,
                                node.pools(),
                                node.data(),
                                () ->
                                    node.pools()
                                        .run(Pool.MEDIA, () -> List.copyOf(fonts.families())));
                        scope.serve(VideoMessages.CAPABILITIES, request -> report.make());
                        return encoders;
                      });
            });
  }

  private FfmpegProgram program(Path cache) {
    return config
        .ffmpeg()
        .map(path -> FfmpegProgram.installed(Path.of(path)))
        .orElseGet(() -> FfmpegProgram.bundled(cache));
  }
}
