package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AddCaptions;
import io.moneyprinter.codecs.video.CaptionedVideo;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter add-captions}. */
@Command(
    name = "add-captions",
    mixinStandardHelpOptions = true,
    description = "Adds a caption track to a finished video, without rendering it again.")
public final class AddCaptionsCommand implements Callable<Integer> {
  private static final long SECONDS = 300;
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "mp4", "video/mp4", "m4v", "video/mp4", "mov", "video/quicktime", "webm", "video/webm");

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Parameters(paramLabel = "VIDEO", description = "An MP4, MOV or WebM file")
  private Path video;

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "CAPTIONS",
      description = "SubRip or WebVTT text in UTF-8")
  private Path captions;

  @Option(
      names = {"-l", "--language"},
      required = true,
      paramLabel = "TAG",
      description = "Language of the captions, such as en, de or zh")
  private String language;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write to (default: beside the video, marked with the language)")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws TimeoutException {
    String mediaType = mediaType();
    SubtitleTrack track = new SubtitleTrack(language, text(), false);
    Installation installation = options.read();
    Path log = installation.data().resolve("logs/add-captions.log");
    LogSetup.toFile(installation.config().logging(), log);
    PrintWriter printer = spec.commandLine().getOut();
    Path target = Optional.ofNullable(out).orElseGet(this::beside);
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "video"))) {
      Blobs blobs = node.node().blobs();
      Blob source = take(blobs, mediaType);
      CaptionedVideo made =
          VideoMessages.ADD_CAPTIONS
              .ask(node.vertx().eventBus(), new AddCaptions(source, List.of(track)))
              .await(SECONDS, TimeUnit.SECONDS);
      Path part = target.resolveSibling("." + target.getFileName() + ".part");
      Files.copy(
          blobs.local(made.video()).await(SECONDS, TimeUnit.SECONDS),
          part,
          StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      printer.println(target + " has captions in: " + String.join(", ", made.languages()));
      printer.flush();
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The video cannot be written to "
              + target
              + ": "
              + e.getMessage()
              + ". Choose another place with --out");
    }
    return 0;
  }

  private Blob take(Blobs blobs, String mediaType) throws IOException, TimeoutException {
    StagedFile staged = blobs.stage(".video");
    Files.copy(video, staged.path());
    return blobs.commit(staged, mediaType, "video").await(SECONDS, TimeUnit.SECONDS);
  }

  private String mediaType() {
    if (!Files.isReadable(video)) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND, "There is no file " + video + " that can be read");
    }
    String mediaType = MEDIA_TYPES.get(suffix());
    if (mediaType == null) {
      throw new ServiceFailure(
          FailureCode.INVALID,
          video + " cannot hold captions: give a file that ends in .mp4, .mov or .webm");
    }
    return mediaType;
  }

  private String text() {
    try {
      return Files.readString(captions);
    } catch (CharacterCodingException e) {
      throw new ServiceFailure(
          FailureCode.INVALID, captions + " is not UTF-8: save it in that encoding");
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND, "There is no file " + captions + " that can be read");
    }
  }

  private Path beside() {
    String name = video.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    return video
        .toAbsolutePath()
        .resolveSibling(stem + "." + language + name.substring(name.lastIndexOf('.')));
  }

  private String suffix() {
    String name = video.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
