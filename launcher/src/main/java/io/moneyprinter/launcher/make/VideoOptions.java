package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.Review;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the command line says about the content of the video. */
final class VideoOptions {
  @Option(names = "--topic", description = "Write about this; needs a language model")
  private String topic;

  @Option(names = "--script", description = "Speak this text, word for word")
  private String script;

  @Option(names = "--seconds", description = "How long the video should last, 5 to 1800")
  private Double seconds;

  @Option(names = "--title", description = "Name of the video")
  private String title;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      description = "Spoken language, such as en, de or zh (default: en)")
  private String language;

  @Option(names = "--voice", description = "A voice id; 'moneyprinter voices' lists them")
  private String voice;

  @Option(names = "--rate", description = "Speed of the voice, 0.5 to 2.0")
  private Double rate;

  @Option(
      names = "--format",
      description =
          "portrait (1080x1920, the default), landscape, square, or a ratio: 9:16, 16:9, 1:1, 4:5,"
              + " 3:4, 21:9; with @25 or the like behind it for other than 30 frames per second")
  private String format;

  @Option(
      names = "--music",
      paramLabel = "WORD",
      description =
          "calm, bright, driving or none, composed for the video; or a piece of 'moneyprinter music"
              + " list', such as house:first-light")
  private String music;

  @Option(
      names = "--materials",
      paramLabel = "FOLDER",
      description = "Pictures and clips of your own, matched to the scenes by their names")
  private Path materials;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      split = ",",
      description =
          "Where other pictures come from: auto, generated, or any of library, pexels, pixabay,"
              + " coverr, wikimedia, openverse, nasa, archive, openai-images, stability, comfyui, with commas"
              + " between them")
  private List<String> sources;

  @Option(
      names = "--review",
      description =
          "storyboard: show the script with its scenes and ask before going on; scenes: ask when"
              + " every scene has its voice and picture; or none")
  private Review review;

  @Option(names = "--seed", description = "Decides everything random; draws one when absent")
  private Long seed;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Stop before the video costs more than this (default: no limit)")
  private Double budget;

  /** Whether a text or a topic is given, in place of what a file says to make. */
  boolean newText() {
    return topic != null || script != null;
  }

  /** The folder of own pictures and clips, when one is given. */
  Optional<Path> materials() {
    return Optional.ofNullable(materials).map(folder -> folder.toAbsolutePath().normalize());
  }

  /** A brief with these over it. */
  VideoBrief over(VideoBrief brief) {
    boolean newSource = newText();
    return brief
        .but()
        .title(or(title, brief.title()))
        .topic(newSource ? topic : brief.topic())
        .script(newSource ? script : brief.script())
        .scenes(newSource ? List.of() : brief.scenes())
        .source(newSource ? null : brief.source())
        .writing(writing(brief.writing()))
        .timeline(newSource ? null : brief.timeline())
        .language(or(language, brief.language()))
        .voice(or(voice, brief.voice()))
        .rate(or(rate, brief.rate()))
        .canvas(format == null ? brief.canvas() : canvas())
        .materials(
            sources == null
                ? brief.materials()
                : new MaterialsBrief(
                    brief.materials().collection(), sources, brief.materials().picks()))
        .music(music == null ? brief.music() : music(brief.music().volume()))
        .review(or(review, brief.review()))
        .seed(or(seed, brief.seed()))
        .budget(or(budget, brief.budget()))
        .build();
  }

  private WritingBrief writing(WritingBrief fromFile) {
    return seconds == null
        ? fromFile
        : new WritingBrief(
            seconds,
            fromFile.paragraphs(),
            fromFile.style(),
            fromFile.tone(),
            fromFile.audience(),
            fromFile.enhance(),
            fromFile.platforms(),
            fromFile.translateTo(),
            fromFile.prompts());
  }

  private MusicBrief music(double volume) {
    if (music.contains(":")) {
      return new MusicBrief(null, volume, music, null, null, null);
    }
    return Arrays.stream(MusicBrief.Mood.values())
        .filter(mood -> mood.name().equalsIgnoreCase(music.strip()))
        .findFirst()
        .map(mood -> new MusicBrief(mood, volume))
        .orElseThrow(
            () ->
                new ServiceFailure(
                    FailureCode.INVALID,
                    "--music: '"
                        + music
                        + "' is neither calm, bright, driving or none, nor an id of 'moneyprinter"
                        + " music list'"));
  }

  private Canvas canvas() {
    try {
      return Canvas.named(format);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(FailureCode.INVALID, "--format: " + e.getMessage());
    }
  }

  private static <T> T or(T option, T fromFile) {
    return option == null ? fromFile : option;
  }
}
