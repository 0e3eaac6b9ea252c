package io.moneyprinter.video;

import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.video.assembly.Assembler;
import io.moneyprinter.video.assembly.CaptionAdder;
import io.moneyprinter.video.assembly.PreviewStrip;
import io.moneyprinter.video.assembly.Publisher;
import io.moneyprinter.video.audio.AudioMixer;
import io.moneyprinter.video.audio.SoundConverter;
import io.moneyprinter.video.audio.SoundSurvey;
import io.moneyprinter.video.captions.CaptionPreviewer;
import io.moneyprinter.video.captions.CaptionPreviews;
import io.moneyprinter.video.ffmpeg.CapabilityReport;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.EncoderProbe;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.moneyprinter.video.ffmpeg.FootageCutter;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.ffmpeg.StagedProbe;
import io.moneyprinter.video.ffmpeg.Unwatched;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.live.StreamPieces;
import io.moneyprinter.video.portrait.AppearanceMeter;
import io.moneyprinter.video.portrait.PictureStill;
import io.moneyprinter.video.portrait.Portrayer;
import io.moneyprinter.video.receipt.SegmentVerifier;
import io.moneyprinter.video.render.DrawnClips;
import io.moneyprinter.video.render.EncodeSlots;
import io.moneyprinter.video.render.EqualNodes;
import io.moneyprinter.video.render.RenderMeters;
import io.moneyprinter.video.render.SegmentRenderer;
import io.moneyprinter.video.render.TextStrips;
import io.moneyprinter.video.timeline.MediaFinder;
import io.moneyprinter.video.timeline.RenderCost;
import io.moneyprinter.video.timeline.RenderPlanner;
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
              return EncoderChoice.make(catalogue, probe, program, config.encoders())
                  .map(
                      encoders -> {
                        scope.health("ffmpeg", () -> ffmpeg.run(SAY_VERSION));
                        FontBook fonts =
                            new FontBook(
                                config.fonts().map(Path::of).orElse(null),
                                node.data().cache("fonts"));
                        serve(scope, ffmpeg, encoders, fonts);
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

  /** Beside the segments on the processors, as many again may run as there are places on cards. */
  private EncodeSlots slots(ServiceScope scope, EncoderChoice encoders) {
    if (encoders.hardware()) {
      scope.accelerate(config.gpu());
    }
    return new EncodeSlots(scope.node().slots().encode(), config.gpu());
  }

  private void serve(ServiceScope scope, Ffmpeg ffmpeg, EncoderChoice encoders, FontBook fonts) {
    Node node = scope.node();
    Blobs blobs = node.blobs();
    WorkerPools pools = node.pools();
    SegmentKeys keys = new SegmentKeys(fonts, encoders::signature);

    RenderMeters meters = new RenderMeters(node.meters());
    RenderCost cost = new RenderCost(node.slots().encode());
    VideoPlanner planner = new VideoPlanner(fonts, new RenderPlanner(keys, cost, true));
    MediaFinder media = new MediaFinder(node.vertx().eventBus());
    SegmentRenderer renderer =
        new SegmentRenderer(
            ffmpeg,
            blobs,
            pools,
            node.data(),
            keys,
            encoders,
            slots(scope, encoders),
            node.info().id(),
            config.threads(),
            new DrawnClips(blobs, fonts),
            new TextStrips(fonts));
    MediaProbe probe = new MediaProbe(ffmpeg, pools, config.limits());
    AudioMixer mixer = new AudioMixer(ffmpeg, blobs, pools, node.data(), probe);
    Assembler assembler = new Assembler(ffmpeg, blobs, pools, node.data(), fonts, config.sound());
    String tool = "moneyprinter " + node.info().version();
    Publisher publisher = new Publisher(blobs, pools, tool, ffmpeg.program());
    SegmentVerifier verifier =
        new SegmentVerifier(
            ffmpeg.program(),
            blobs,
            pools,
            keys,
            (segment, encoder, threads) ->
                renderer.hash(segment, encoder, threads, Unwatched.TASK));

    scope.work(
        VideoMessages.PLAN,
        (request, task) ->
            media
                .find(request.brief())
                .compose(shelf -> pools.run(Pool.MEDIA, () -> planner.plan(request, shelf))));
    scope.work(
        VideoMessages.PLAN_TIMELINE,
        (request, task) ->
            media
                .find(request.brief())
                .compose(shelf -> pools.run(Pool.MEDIA, () -> planner.plan(request, shelf))));
    EqualNodes equals =
        new EqualNodes(scope.bus(), node.discovery(), pools, keys, node.info().id());
    scope.serve(VideoMessages.renderable(node.info().id()), equals::renderable);
    scope.work(
        VideoMessages.RENDER_SEGMENT,
        equals.around(
            (request, task) ->
                renderer
                    .render(request, task)
                    .onSuccess(rendered -> cost.learn(request.segment(), rendered))
                    .onSuccess(rendered -> meters.count(request.segment(), rendered))));
    scope.work(VideoMessages.MIX_AUDIO, mixer::mix);
    scope.work(VideoMessages.ASSEMBLE, assembler::assemble);
    scope.work(
        VideoMessages.ADD_CAPTIONS, new CaptionAdder(ffmpeg, blobs, pools, node.data())::add);
    scope.work(VideoMessages.PUBLISH, publisher::publish);
    scope.serve(VideoMessages.PREVIEW_VIDEO, new PreviewStrip(ffmpeg, blobs)::of);
    scope.serve(VideoMessages.VERIFY_SEGMENT, verifier::verify);
    scope.serve(VideoMessages.STREAM_PIECE, new StreamPieces(ffmpeg, blobs, pools)::piece);
    scope.serve(
        VideoMessages.CUT_FOOTAGE, new FootageCutter(ffmpeg, blobs, pools, config.limits())::cut);
    CaptionPreviews previews = new CaptionPreviews(blobs, pools, new CaptionPreviewer(fonts));
    scope.serve(VideoMessages.PREVIEW_CAPTIONS, previews::make);
    Portrayer portrayer = new Portrayer(ffmpeg, encoders, blobs, pools);
    scope.serve(VideoMessages.PORTRAY, portrayer::portray);
    scope.serve(VideoMessages.SHOW_PICTURE, new PictureStill(portrayer, fonts, blobs, pools)::show);
    AppearanceMeter looks = new AppearanceMeter(ffmpeg, portrayer, blobs, pools);
    scope.serve(VideoMessages.MEASURE_APPEARANCE, looks::measure);
    StagedProbe staged = new StagedProbe(probe, node.data(), pools);
    scope.serve(VideoMessages.PROBE_STAGED, staged::probe);
    scope.serve(
        VideoMessages.PROBE,
        request -> blobs.local(request.blob()).compose(file -> probe.probe(request.blob(), file)));
    SoundSurvey survey = new SoundSurvey(ffmpeg, blobs, pools, node.data(), config.limits());
    SoundConverter converter = new SoundConverter(ffmpeg, blobs, probe, config.limits());
    scope.serve(VideoMessages.CONVERT_SOUND, converter::convert);
    scope.serve(VideoMessages.MEASURE_SOUND, request -> survey.measure(request.blob()));
  }
}
