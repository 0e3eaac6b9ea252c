package io.moneyprinter.video;

import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.video.assembly.Assembler;
import io.moneyprinter.video.assembly.Publisher;
import io.moneyprinter.video.audio.AudioMixer;
import io.moneyprinter.video.ffmpeg.CapabilityReport;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.EncoderProbe;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.render.DrawnClips;
import io.moneyprinter.video.render.SegmentRenderer;
import io.moneyprinter.video.render.TextStrips;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.moneyprinter.video.timeline.VideoPlanner;
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
              return probe
                  .choose(config.encoders())
                  .onSuccess(
                      encoder -> {
                        scope.health("ffmpeg", () -> ffmpeg.run(SAY_VERSION));
                        FontBook fonts = new FontBook(config.fonts().map(Path::of).orElse(null));
                        serve(scope, ffmpeg, encoder, fonts);
                        CapabilityReport report =
                            new CapabilityReport(
                                program,
                                catalogue,
                                probe,
                                () ->
                                    node.pools()
                                        .run(Pool.MEDIA, () -> List.copyOf(fonts.families())));
                        scope.serve(VideoMessages.CAPABILITIES, request -> report.make());
                      });
            });
  }

  private FfmpegProgram program(Path cache) {
    return config
        .ffmpeg()
        .map(path -> FfmpegProgram.installed(Path.of(path)))
        .orElseGet(() -> FfmpegProgram.bundled(cache));
  }

  private void serve(ServiceScope scope, Ffmpeg ffmpeg, VideoEncoder encoder, FontBook fonts) {
    Node node = scope.node();
    Blobs blobs = node.blobs();
    WorkerPools pools = node.pools();
    SegmentKeys keys = new SegmentKeys(fonts, encoder.signature(ffmpeg.program()));

    VideoPlanner planner = new VideoPlanner(fonts, keys);
    SegmentRenderer renderer =
        new SegmentRenderer(
            ffmpeg,
            blobs,
            pools,
            node.data(),
            keys,
            encoder,
            config.threads(),
            new DrawnClips(blobs),
            new TextStrips(fonts));
    AudioMixer mixer = new AudioMixer(ffmpeg, blobs, pools, node.data());
    Assembler assembler = new Assembler(ffmpeg, blobs, pools, node.data());
    Publisher publisher = new Publisher(blobs, pools, "moneyprinter " + node.info().version());
    MediaProbe probe = new MediaProbe(ffmpeg, pools, config.limits());

    scope.work(
        VideoMessages.PLAN, (request, task) -> pools.run(Pool.MEDIA, () -> planner.plan(request)));
    scope.work(VideoMessages.RENDER_SEGMENT, renderer::render);
    scope.work(VideoMessages.MIX_AUDIO, mixer::mix);
    scope.work(VideoMessages.ASSEMBLE, assembler::assemble);
    scope.work(VideoMessages.PUBLISH, publisher::publish);
    scope.serve(
        VideoMessages.PROBE, request -> probe.probe(request.blob(), blobs.path(request.blob())));
  }
}
