package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Map;

/**
 * What a user asks for. Exactly one of {@code topic}, {@code script} and {@code scenes} says what
 * the video is about; everything else has a default. Use {@link BriefRules} to check one.
 *
 * @param title name of the video; absent to take it from the script
 * @param topic what to write about; needs a language model
 * @param script the text to be spoken, word for word
 * @param scenes the text already split into scenes
 * @param language BCP 47 tag of the spoken language
 * @param voice a voice id, or {@code auto}
 * @param rate speed of the voice, 0.5 to 2.0
 * @param canvas size and frame rate
 * @param captions how captions look
 * @param music what plays under the voice
 * @param materials where the pictures come from
 * @param transition how scenes follow one another
 * @param seed decides everything random; absent to draw one
 * @param metadata the caller's own notes, given back unchanged
 */
public record VideoBrief(
    String title,
    String topic,
    String script,
    List<SceneBrief> scenes,
    String language,
    String voice,
    Double rate,
    Canvas canvas,
    CaptionStyle captions,
    MusicBrief music,
    MaterialsBrief materials,
    TransitionStyle transition,
    Long seed,
    Map<String, String> metadata) {
  public VideoBrief {
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
    language = language == null ? "en" : language;
    voice = voice == null ? "auto" : voice;
    rate = rate == null ? 1.0 : rate;
    canvas = canvas == null ? Canvas.PORTRAIT : canvas;
    captions = captions == null ? CaptionStyle.DEFAULT : captions;
    music = music == null ? MusicBrief.DEFAULT : music;
    materials = materials == null ? MaterialsBrief.GENERATED : materials;
    transition = transition == null ? TransitionStyle.FADE : transition;
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
  }

  /** The same brief with its randomness decided. */
  public VideoBrief withSeed(long decided) {
    return new VideoBrief(
        title,
        topic,
        script,
        scenes,
        language,
        voice,
        rate,
        canvas,
        captions,
        music,
        materials,
        transition,
        decided,
        metadata);
  }

  /** The same brief drawing its pictures from a collection. */
  public VideoBrief withMaterials(MaterialsBrief source) {
    return new VideoBrief(
        title,
        topic,
        script,
        scenes,
        language,
        voice,
        rate,
        canvas,
        captions,
        music,
        source,
        transition,
        seed,
        metadata);
  }
}
