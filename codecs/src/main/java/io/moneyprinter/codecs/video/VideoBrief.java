package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.speech.NarrationBrief;
import java.util.List;
import java.util.Map;

/**
 * What a user asks for. Exactly one of {@code topic}, {@code script}, {@code scenes}, {@code
 * source} and {@code timeline} says what the video is about; everything else has a default. Use
 * {@link BriefRules} to check one, {@link #builder} to make one.
 *
 * @param title name of the video; absent to take it from the script
 * @param topic what to write about; needs a language model
 * @param script the text to be spoken, word for word
 * @param scenes the text already split into scenes
 * @param source an article to write the script from; needs a language model to do more than cut it
 * @param writing how the script should be written
 * @param timeline the video laid out to the frame; nothing is written, spoken or chosen
 * @param language BCP 47 tag of the spoken language
 * @param voice a voice id, or {@code auto}
 * @param rate speed of the voice, 0.5 to 2.0
 * @param narration further voices, pitch and pronunciation
 * @param canvas size and frame rate
 * @param formats further sizes that the same video is made in
 * @param captions how captions look
 * @param subtitles captions in further languages
 * @param music what plays under the voice
 * @param sounds effects at moments
 * @param materials where the pictures come from
 * @param transition how scenes follow one another
 * @param transitionSeconds how long a transition takes, 0 to 2; absent for 0.5
 * @param overlays pictures over the video, lowest first
 * @param brand logo, intro, colours; may be absent
 * @param output in which form the video is wanted
 * @param review at which point it waits for its owner to agree; absent for at none
 * @param seed decides everything random; absent to draw one
 * @param budget the most that the video may cost, US dollars; absent for no limit of its own
 * @param metadata the caller's own notes, given back unchanged
 * @param template from which template of the tenant all that is not said here was filled in; may be
 *     absent
 * @param workflow name of the workflow that it follows; absent for the usual one
 */
public record VideoBrief(
    String title,
    String topic,
    String script,
    List<SceneBrief> scenes,
    SourceBrief source,
    WritingBrief writing,
    Timeline timeline,
    String language,
    String voice,
    Double rate,
    NarrationBrief narration,
    Canvas canvas,
    List<Canvas> formats,
    CaptionStyle captions,
    List<SubtitleTrack> subtitles,
    MusicBrief music,
    List<SoundBrief> sounds,
    MaterialsBrief materials,
    TransitionStyle transition,
    Double transitionSeconds,
    List<OverlayBrief> overlays,
    Brand brand,
    OutputBrief output,
    Review review,
    Long seed,
    Double budget,
    Map<String, String> metadata,
    TemplateUse template,
    String workflow) {
  public VideoBrief {
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
    writing = writing == null ? WritingBrief.DEFAULT : writing;
    language = language == null ? "en" : language;
    voice = voice == null ? "auto" : voice;
    rate = rate == null ? 1.0 : rate;
    narration = narration == null ? NarrationBrief.PLAIN : narration;
    canvas = canvas == null ? Canvas.PORTRAIT : canvas;
    formats = formats == null ? List.of() : List.copyOf(formats);
    captions = captions == null ? CaptionStyle.DEFAULT : captions;
    subtitles = subtitles == null ? List.of() : List.copyOf(subtitles);
    music = music == null ? MusicBrief.DEFAULT : music;
    sounds = sounds == null ? List.of() : List.copyOf(sounds);
    materials = materials == null ? MaterialsBrief.GENERATED : materials;
    transition = transition == null ? TransitionStyle.FADE : transition;
    transitionSeconds = transitionSeconds == null ? 0.5 : transitionSeconds;
    overlays = overlays == null ? List.of() : List.copyOf(overlays);
    output = output == null ? OutputBrief.DEFAULT : output;
    review = review == null ? Review.NONE : review;
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
  }

  /** One in which nothing is said yet. */
  public static VideoBriefBuilder builder() {
    return new VideoBriefBuilder();
  }

  /** One that says the same as this, to be changed. */
  public VideoBriefBuilder but() {
    return new VideoBriefBuilder(this);
  }
}
