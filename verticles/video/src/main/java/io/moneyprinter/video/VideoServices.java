package io.moneyprinter.video;

import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.video.assembly.Assembler;
import io.moneyprinter.video.assembly.CaptionAdder;
import io.moneyprinter.video.assembly.PreviewStrip;
import io.moneyprinter.video.assembly.Publisher;
import io.moneyprinter.video.audio.AudioMixer;
import io.moneyprinter.video.audio.SoundConverter;
import io.moneyprinter.video.audio.SoundSurvey;
import io.moneyprinter.video.captions.CaptionPreviewer;
import io.moneyprinter.video.captions.CaptionPreviews;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
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

/** What the video service does, once its program, encoders and fonts are found. */
final class VideoServices {
  private final VideoConfig config;
  private final ServiceScope scope;
  private final Node node;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final Ffmpeg ffmpeg;
  private final EncoderChoice encoders;
  private final FontBook fonts;
  private final MediaProbe probe;

  VideoServices(
      VideoConfig config,
      ServiceScope scope,
      Ffmpeg ffmpeg,
      EncoderChoice encoders,
      FontBook fonts) {
    this.config = config;
    this.scope = scope;
    this.node = scope.node();
    this.blobs = node.blobs();
    this.pools = node.pools();
    this.ffmpeg = ffmpeg;
    this.encoders = encoders;
    this.fonts = fonts;
    this.probe = new MediaProbe(ffmpeg, pools, config.limits());
  }

  void serve() {
    rendering();
    assembly();
    sound();
    looks();
    footage();
  }

  /** From the brief to the segments. */
  private void rendering() {
    SegmentKeys keys = new SegmentKeys(fonts, encoders::signature);
    RenderCost cost = new RenderCost(node.slots().encode());
    planning(keys, cost);
    segments(keys, cost);
  }

  private void planning(SegmentKeys keys, RenderCost cost) {
    VideoPlanner planner = new VideoPlanner(fonts, new RenderPlanner(keys, cost, true));
    MediaFinder media = new MediaFinder(node.vertx().eventBus());
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
  }

  private void segments(SegmentKeys keys, RenderCost cost) {
    RenderMeters meters = new RenderMeters(node.meters());
    SegmentRenderer renderer =
        new SegmentRenderer(
            ffmpeg,
            blobs,
            pools,
            node.data(),
            keys,
            encoders,
            slots(),
            node.info().id(),
            config.threads(),
            new DrawnClips(blobs, fonts),
            new TextStrips(fonts));
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
    SegmentVerifier verifier =
        new SegmentVerifier(
            ffmpeg.program(),
            blobs,
            pools,
            keys,
            (segment, encoder, threads) ->
                renderer.hash(segment, encoder, threads, Unwatched.TASK));
    scope.serve(VideoMessages.VERIFY_SEGMENT, verifier::verify);
  }

  /** Beside the segments on the processors, as many again may run as there are places on cards. */
  private EncodeSlots slots() {
    if (encoders.hardware()) {
      scope.accelerate(config.gpu());
    }
    return new EncodeSlots(node.slots().encode(), config.gpu());
  }

  /** From the segments to what is handed out. */
  private void assembly() {
    Assembler assembler = new Assembler(ffmpeg, blobs, pools, node.data(), fonts, config.sound());
    String tool = "moneyprinter " + node.info().version();
    Publisher publisher = new Publisher(blobs, pools, tool, ffmpeg.program());
    scope.work(VideoMessages.ASSEMBLE, assembler::assemble);
    scope.work(
        VideoMessages.ADD_CAPTIONS, new CaptionAdder(ffmpeg, blobs, pools, node.data())::add);
    scope.work(VideoMessages.PUBLISH, publisher::publish);
    scope.serve(VideoMessages.PREVIEW_VIDEO, new PreviewStrip(ffmpeg, blobs)::of);
    scope.serve(VideoMessages.STREAM_PIECE, new StreamPieces(ffmpeg, blobs, pools)::piece);
  }

  private void sound() {
    AudioMixer mixer = new AudioMixer(ffmpeg, blobs, pools, node.data(), probe);
    scope.work(VideoMessages.MIX_AUDIO, mixer::mix);
    SoundSurvey survey = new SoundSurvey(ffmpeg, blobs, pools, node.data(), config.limits());
    SoundConverter converter = new SoundConverter(ffmpeg, blobs, probe, config.limits());
    scope.serve(VideoMessages.CONVERT_SOUND, converter::convert);
    scope.serve(VideoMessages.MEASURE_SOUND, request -> survey.measure(request.blob()));
  }

  /** Pictures for those who choose. */
  private void looks() {
    CaptionPreviews previews = new CaptionPreviews(blobs, pools, new CaptionPreviewer(fonts));
    scope.serve(VideoMessages.PREVIEW_CAPTIONS, previews::make);
    Portrayer portrayer = new Portrayer(ffmpeg, encoders, blobs, pools);
    scope.serve(VideoMessages.PORTRAY, portrayer::portray);
    scope.serve(VideoMessages.SHOW_PICTURE, new PictureStill(portrayer, fonts, blobs, pools)::show);
    AppearanceMeter looks = new AppearanceMeter(ffmpeg, portrayer, blobs, pools);
    scope.serve(VideoMessages.MEASURE_APPEARANCE, looks::measure);
  }

  /** Files from outside. */
  private void footage() {
    scope.serve(
        VideoMessages.CUT_FOOTAGE, new FootageCutter(ffmpeg, blobs, pools, config.limits())::cut);
    StagedProbe staged = new StagedProbe(probe, node.data(), pools);
    scope.serve(VideoMessages.PROBE_STAGED, staged::probe);
    scope.serve(
        VideoMessages.PROBE,
        request -> blobs.local(request.blob()).compose(file -> probe.probe(request.blob(), file)));
  }
}
