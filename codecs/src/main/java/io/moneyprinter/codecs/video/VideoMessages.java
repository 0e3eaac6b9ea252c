package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.storage.Blob;
import java.time.Duration;

/** Everything the video service answers. */
public final class VideoMessages {
  public static final Task<PlanVideo, RenderPlan> PLAN =
      new Task<>(
          "video.plan",
          PlanVideo.class,
          RenderPlan.class,
          Duration.ofMinutes(1),
          ResourceClass.CPU);

  public static final Task<PlanTimeline, RenderPlan> PLAN_TIMELINE =
      new Task<>(
          "video.plan-timeline",
          PlanTimeline.class,
          RenderPlan.class,
          Duration.ofMinutes(1),
          ResourceClass.CPU);

  public static final Task<RenderSegment, RenderedSegment> RENDER_SEGMENT =
      new Task<>(
          "video.render-segment",
          RenderSegment.class,
          RenderedSegment.class,
          Duration.ofMinutes(30),
          ResourceClass.ENCODE);

  public static final Task<MixAudio, MixedAudio> MIX_AUDIO =
      new Task<>(
          "video.mix-audio",
          MixAudio.class,
          MixedAudio.class,
          Duration.ofMinutes(10),
          ResourceClass.CPU);

  public static final Task<AssembleVideo, Rendition> ASSEMBLE =
      new Task<>(
          "video.assemble",
          AssembleVideo.class,
          Rendition.class,
          Duration.ofMinutes(10),
          ResourceClass.CPU);

  public static final Task<PublishVideo, Publication> PUBLISH =
      new Task<>(
          "video.publish",
          PublishVideo.class,
          Publication.class,
          Duration.ofMinutes(1),
          ResourceClass.CPU);

  public static final Task<AddCaptions, CaptionedVideo> ADD_CAPTIONS =
      new Task<>(
          "video.add-captions",
          AddCaptions.class,
          CaptionedVideo.class,
          Duration.ofMinutes(5),
          ResourceClass.CPU);

  /** Fails with {@code INVALID} when the file cannot be decoded. */
  public static final Endpoint<ProbeMedia, MediaInfo> PROBE =
      new Endpoint<>("video.probe", ProbeMedia.class, MediaInfo.class, Duration.ofSeconds(30));

  /**
   * As {@link #PROBE} for a file that is not in the store yet; {@code NOT_FOUND} when the node that
   * answers has no such staged file.
   */
  public static final Endpoint<ProbeStaged, MediaInfo> PROBE_STAGED =
      new Endpoint<>(
          "video.probe-staged", ProbeStaged.class, MediaInfo.class, Duration.ofSeconds(60));

  public static final Endpoint<PortrayMedia, MediaPortrait> PORTRAY =
      new Endpoint<>(
          "video.portray", PortrayMedia.class, MediaPortrait.class, Duration.ofMinutes(1));

  /** {@code NOT_FOUND} when the video's file is not in the store. */
  public static final Endpoint<PreviewVideo, Blob> PREVIEW_VIDEO =
      new Endpoint<>("video.preview-video", PreviewVideo.class, Blob.class, Duration.ofMinutes(1));

  /** {@code NOT_FOUND} when the file of the picture is not in the store. */
  public static final Endpoint<ShowPicture, Blob> SHOW_PICTURE =
      new Endpoint<>("video.show-picture", ShowPicture.class, Blob.class, Duration.ofMinutes(1));

  /** Fails with {@code INVALID} when the file cannot be decoded. */
  public static final Endpoint<MeasureAppearance, Appearance> MEASURE_APPEARANCE =
      new Endpoint<>(
          "video.measure-appearance",
          MeasureAppearance.class,
          Appearance.class,
          Duration.ofSeconds(30));

  /** Fails with {@code INVALID} when the file is not sound from its beginning to its end. */
  public static final Endpoint<MeasureSound, SoundMeasure> MEASURE_SOUND =
      new Endpoint<>(
          "video.measure-sound", MeasureSound.class, SoundMeasure.class, Duration.ofMinutes(3));

  /** Fails with {@code INVALID} when the file has no sound, or cannot be decoded. */
  public static final Endpoint<ConvertSound, Blob> CONVERT_SOUND =
      new Endpoint<>("video.convert-sound", ConvertSound.class, Blob.class, Duration.ofMinutes(3));

  /** {@code NOT_FOUND} when an input of the segment is not in the store. */
  public static final Endpoint<VerifySegment, VerifiedSegment> VERIFY_SEGMENT =
      new Endpoint<>(
          "video.verify-segment",
          VerifySegment.class,
          VerifiedSegment.class,
          Duration.ofMinutes(30));

  /** A piece of a stream, made by copying; {@code INVALID} for other codecs. */
  public static final Endpoint<StreamPiece, Blob> STREAM_PIECE =
      new Endpoint<>("video.stream-piece", StreamPiece.class, Blob.class, Duration.ofMinutes(1));

  /** Fails with {@code INVALID} when nothing can be made of the beginning. */
  public static final Endpoint<CutFootage, Blob> CUT_FOOTAGE =
      new Endpoint<>("video.cut-footage", CutFootage.class, Blob.class, Duration.ofMinutes(1));

  public static final Endpoint<ListCapabilities, Capabilities> CAPABILITIES =
      new Endpoint<>(
          "video.capabilities", ListCapabilities.class, Capabilities.class, Duration.ofMinutes(1));

  /** Fails with {@code INVALID} for a style or text that cannot be drawn. */
  public static final Endpoint<PreviewCaptions, CaptionPreview> PREVIEW_CAPTIONS =
      new Endpoint<>(
          "video.preview-captions",
          PreviewCaptions.class,
          CaptionPreview.class,
          Duration.ofSeconds(30));

  private VideoMessages() {}

  /**
   * Asks one node, not just any, whether it renders a segment as planned.
   *
   * @param node its id
   */
  public static Endpoint<RenderSegment, Renderable> renderable(String node) {
    return new Endpoint<>(
        "video.renderable." + node, RenderSegment.class, Renderable.class, Duration.ofSeconds(5));
  }

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("video.VideoBrief.v1", VideoBrief.class);
    types.add("video.RenderPlan.v1", RenderPlan.class);
    types.add("video.RenderedSegment.v1", RenderedSegment.class);
    types.add("video.Renderable.v1", Renderable.class);
    types.add("video.MixedAudio.v1", MixedAudio.class);
    types.add("video.Rendition.v1", Rendition.class);
    types.add("video.Publication.v1", Publication.class);
    types.add("video.MediaInfo.v1", MediaInfo.class);
    types.add("video.Capabilities.v1", Capabilities.class);
    types.add("video.CaptionPreview.v1", CaptionPreview.class);
    types.add(PREVIEW_CAPTIONS, "video.PreviewCaptions.v1");
    types.add("video.CaptionedVideo.v1", CaptionedVideo.class);
    types.add(CAPABILITIES, "video.ListCapabilities.v1");
    types.add(PLAN, "video.PlanVideo.v1");
    types.add(PLAN_TIMELINE, "video.PlanTimeline.v1");
    types.add(RENDER_SEGMENT, "video.RenderSegment.v1");
    types.add(MIX_AUDIO, "video.MixAudio.v1");
    types.add(ASSEMBLE, "video.AssembleVideo.v1");
    types.add(ADD_CAPTIONS, "video.AddCaptions.v1");
    types.add(PUBLISH, "video.PublishVideo.v1");
    types.add(PROBE, "video.ProbeMedia.v1");
    types.add(PROBE_STAGED, "video.ProbeStaged.v1");
    types.add("video.MediaPortrait.v1", MediaPortrait.class);
    types.add(PORTRAY, "video.PortrayMedia.v1");
    types.add("video.Appearance.v1", Appearance.class);
    types.add(MEASURE_APPEARANCE, "video.MeasureAppearance.v1");
    types.add("video.SoundMeasure.v1", SoundMeasure.class);
    types.add(MEASURE_SOUND, "video.MeasureSound.v1");
    types.add(CONVERT_SOUND, "video.ConvertSound.v1");
    types.add("video.VerifiedSegment.v1", VerifiedSegment.class);
    types.add(VERIFY_SEGMENT, "video.VerifySegment.v1");
    types.add(PREVIEW_VIDEO, "video.PreviewVideo.v1");
    types.add(SHOW_PICTURE, "video.ShowPicture.v1");
    types.add(STREAM_PIECE, "video.StreamPiece.v1");
    types.add(CUT_FOOTAGE, "video.CutFootage.v1");
  }
}
