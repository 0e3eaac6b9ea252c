package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.speech.NarrationBrief;
import java.util.List;
import java.util.Map;

/** Makes a {@link VideoBrief} key by key; what is not said takes its default. Not thread-safe. */
public final class VideoBriefBuilder {
  private String title;
  private String topic;
  private String script;
  private List<SceneBrief> scenes;
  private SourceBrief source;
  private WritingBrief writing;
  private Timeline timeline;
  private String language;
  private String voice;
  private Double rate;
  private NarrationBrief narration;
  private Canvas canvas;
  private List<Canvas> formats;
  private CaptionStyle captions;
  private List<SubtitleTrack> subtitles;
  private MusicBrief music;
  private List<SoundBrief> sounds;
  private MaterialsBrief materials;
  private TransitionStyle transition;
  private Double transitionSeconds;
  private List<OverlayBrief> overlays;
  private Brand brand;
  private OutputBrief output;
  private Review review;
  private Long seed;
  private Double budget;
  private Map<String, String> metadata;
  private TemplateUse template;
  private String workflow;

  VideoBriefBuilder() {}

  VideoBriefBuilder(VideoBrief brief) {
    title = brief.title();
    topic = brief.topic();
    script = brief.script();
    scenes = brief.scenes();
    source = brief.source();
    writing = brief.writing();
    timeline = brief.timeline();
    language = brief.language();
    voice = brief.voice();
    rate = brief.rate();
    narration = brief.narration();
    canvas = brief.canvas();
    formats = brief.formats();
    captions = brief.captions();
    subtitles = brief.subtitles();
    music = brief.music();
    sounds = brief.sounds();
    materials = brief.materials();
    transition = brief.transition();
    transitionSeconds = brief.transitionSeconds();
    overlays = brief.overlays();
    brand = brief.brand();
    output = brief.output();
    review = brief.review();
    seed = brief.seed();
    budget = brief.budget();
    metadata = brief.metadata();
    template = brief.template();
    workflow = brief.workflow();
  }

  public VideoBriefBuilder title(String value) {
    title = value;
    return this;
  }

  public VideoBriefBuilder topic(String value) {
    topic = value;
    return this;
  }

  public VideoBriefBuilder script(String value) {
    script = value;
    return this;
  }

  public VideoBriefBuilder scenes(List<SceneBrief> value) {
    scenes = value;
    return this;
  }

  public VideoBriefBuilder source(SourceBrief value) {
    source = value;
    return this;
  }

  public VideoBriefBuilder writing(WritingBrief value) {
    writing = value;
    return this;
  }

  public VideoBriefBuilder timeline(Timeline value) {
    timeline = value;
    return this;
  }

  public VideoBriefBuilder language(String value) {
    language = value;
    return this;
  }

  public VideoBriefBuilder voice(String value) {
    voice = value;
    return this;
  }

  public VideoBriefBuilder rate(Double value) {
    rate = value;
    return this;
  }

  public VideoBriefBuilder narration(NarrationBrief value) {
    narration = value;
    return this;
  }

  public VideoBriefBuilder canvas(Canvas value) {
    canvas = value;
    return this;
  }

  public VideoBriefBuilder formats(List<Canvas> value) {
    formats = value;
    return this;
  }

  public VideoBriefBuilder captions(CaptionStyle value) {
    captions = value;
    return this;
  }

  public VideoBriefBuilder subtitles(List<SubtitleTrack> value) {
    subtitles = value;
    return this;
  }

  public VideoBriefBuilder music(MusicBrief value) {
    music = value;
    return this;
  }

  public VideoBriefBuilder sounds(List<SoundBrief> value) {
    sounds = value;
    return this;
  }

  public VideoBriefBuilder materials(MaterialsBrief value) {
    materials = value;
    return this;
  }

  public VideoBriefBuilder transition(TransitionStyle value) {
    transition = value;
    return this;
  }

  public VideoBriefBuilder transitionSeconds(Double value) {
    transitionSeconds = value;
    return this;
  }

  public VideoBriefBuilder overlays(List<OverlayBrief> value) {
    overlays = value;
    return this;
  }

  public VideoBriefBuilder brand(Brand value) {
    brand = value;
    return this;
  }

  public VideoBriefBuilder output(OutputBrief value) {
    output = value;
    return this;
  }

  public VideoBriefBuilder review(Review value) {
    review = value;
    return this;
  }

  public VideoBriefBuilder seed(Long value) {
    seed = value;
    return this;
  }

  public VideoBriefBuilder budget(Double value) {
    budget = value;
    return this;
  }

  public VideoBriefBuilder metadata(Map<String, String> value) {
    metadata = value;
    return this;
  }

  public VideoBriefBuilder template(TemplateUse value) {
    template = value;
    return this;
  }

  public VideoBriefBuilder workflow(String value) {
    workflow = value;
    return this;
  }

  public VideoBrief build() {
    return new VideoBrief(
        title,
        topic,
        script,
        scenes,
        source,
        writing,
        timeline,
        language,
        voice,
        rate,
        narration,
        canvas,
        formats,
        captions,
        subtitles,
        music,
        sounds,
        materials,
        transition,
        transitionSeconds,
        overlays,
        brand,
        output,
        review,
        seed,
        budget,
        metadata,
        template,
        workflow);
  }
}
