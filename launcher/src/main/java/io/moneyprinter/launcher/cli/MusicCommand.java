package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.materials.AddMusic;
import io.moneyprinter.codecs.materials.DropMusic;
import io.moneyprinter.codecs.materials.HearMusic;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter music}. */
@Command(
    name = "music",
    mixinStandardHelpOptions = true,
    description = "Lists the music there is, writes a piece into a file, adds pieces of your own.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter music list --mood calm --fastest 75",
      "  moneyprinter music play-file house:still-water -o still-water.wav",
      "  moneyprinter music add song.mp3 --title \"My song\" --mood bright --tags sun,sea"
    })
public final class MusicCommand implements Runnable {
  private static final long SECONDS = 240;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists pieces with their tags.")
  int list(
      @Option(
              names = "--source",
              description = "house, own, folder, openverse or freesound (default: those at hand)")
          MusicBrief.Source source,
      @Option(names = "--mood", description = "calm, bright or driving") MusicBrief.Mood mood,
      @Option(names = "--slowest", paramLabel = "BPM", description = "Beats a minute at least")
          Double slowest,
      @Option(names = "--fastest", paramLabel = "BPM", description = "Beats a minute at most")
          Double fastest,
      @Parameters(arity = "0..*", paramLabel = "WORD", description = "Words to look for")
          List<String> words,
      @Mixin InstallationOptions options)
      throws TimeoutException {
    String text = words == null ? null : String.join(" ", words);
    try (RunningNode node = start(options)) {
      List<MusicPiece> pieces =
          wait(MaterialsMessages.LIST_MUSIC.ask(
                  node.vertx().eventBus(), new ListMusic(source, mood, slowest, fastest, text)))
              .pieces();
      pieces.forEach(this::print);
      out().flush();
    }
    return 0;
  }

  @Command(
      name = "play-file",
      mixinStandardHelpOptions = true,
      description = "Writes the sound of a piece into a file, to hear it.")
  int playFile(
      @Parameters(paramLabel = "ID", description = "One of 'moneyprinter music list'") String id,
      @Option(
              names = {"-o", "--out"},
              defaultValue = "music.wav",
              paramLabel = "FILE")
          Path file,
      @Mixin InstallationOptions options)
      throws TimeoutException, IOException {
    try (RunningNode node = start(options)) {
      Music music =
          wait(MaterialsMessages.HEAR_MUSIC.ask(node.vertx().eventBus(), new HearMusic(id)));
      Files.copy(
          wait(node.node().blobs().local(music.audio())),
          file,
          StandardCopyOption.REPLACE_EXISTING);
      out()
          .printf(
              "%s, %.1f s, %s: %s%n",
              music.title(), music.seconds(), music.provenance().licence(), file.toAbsolutePath());
      out().flush();
    }
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Adds sound files (WAV, MP3, M4A, OGG, FLAC) to your own pieces.")
  int add(
      @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files,
      @Option(names = "--title", description = "Of a single file (default: its name)") String title,
      @Option(names = "--mood", description = "calm, bright or driving") MusicBrief.Mood mood,
      @Option(names = "--tempo", paramLabel = "BPM", description = "Estimated when absent")
          Double tempo,
      @Option(names = "--tags", split = ",", description = "Words between commas")
          List<String> tags,
      @Option(names = "--author", description = "Who made it, for the credits") String author,
      @Option(names = "--licence", description = "On what terms, such as CC-BY-4.0") String licence,
      @Option(names = "--url", description = "Where to read more") String url,
      @Mixin InstallationOptions options)
      throws TimeoutException {
    try (RunningNode node = start(options)) {
      for (Path file : files) {
        String name = title == null || files.size() > 1 ? OwnMusicFile.stem(file) : title;
        AddMusic piece =
            new AddMusic(
                wait(OwnMusicFile.stored(node.node().blobs(), file)),
                name,
                mood,
                tempo,
                null,
                tags,
                author,
                licence,
                url);
        print(wait(MaterialsMessages.ADD_MUSIC.ask(node.vertx().eventBus(), piece)));
        out().flush();
      }
    }
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Takes one of your own pieces out; videos that it is in keep it.")
  int remove(@Parameters(paramLabel = "ID") String id, @Mixin InstallationOptions options)
      throws TimeoutException {
    try (RunningNode node = start(options)) {
      print(wait(MaterialsMessages.DROP_MUSIC.ask(node.vertx().eventBus(), new DropMusic(id))));
      out().flush();
    }
    return 0;
  }

  private static RunningNode start(InstallationOptions options) {
    Installation installation = options.read();
    Path log = installation.data().resolve("logs/music.log");
    LogSetup.toFile(installation.config().logging(), log);
    return RunningNode.start(installation, Set.of("storage", "materials", "video"));
  }

  private static <T> T wait(Future<T> future) throws TimeoutException {
    return future.await(SECONDS, TimeUnit.SECONDS);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void print(MusicPiece piece) {
    out()
        .printf(
            "%-30s %-8s %4s %7s  %-22s %-14s %s%n",
            piece.id(),
            piece.mood() == null ? "-" : piece.mood().name().toLowerCase(Locale.ROOT),
            piece.tempo() == null ? "-" : Math.round(piece.tempo()),
            piece.seconds() == null ? "-" : "%.0f s".formatted(piece.seconds()),
            piece.title(),
            piece.provenance().licence(),
            String.join(" ", piece.tags()));
  }
}
