package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.materials.folder.FolderScan;
import io.moneyprinter.materials.folder.FoundFile;
import io.moneyprinter.materials.folder.Intake;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.settings.DataSize;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operator's folder: every sound file in it is a piece, looked for anew each time. Mood and
 * tempo are read from names and tags ({@code calm-72bpm.mp3}, {@code tags.yaml}); what only the
 * sound tells is found out when a piece is first used.
 */
public final class FolderMusic implements MusicShelf {
  private static final int MOST = 2_000;
  private static final Pattern TEMPO = Pattern.compile("(?<!\\d)(\\d{2,3})\\s*[-_ ]?\\s*bpm");

  private final Path folder;
  private final DataSize largest;
  private final WorkerPools pools;
  private final Intake intake;
  private final SoundFiles files;
  private final FolderMeasures measures;

  /**
   * @param largest file that is taken
   */
  public FolderMusic(
      Path folder,
      DataSize largest,
      WorkerPools pools,
      Intake intake,
      SoundFiles files,
      FolderMeasures measures) {
    this.folder = folder.toAbsolutePath().normalize();
    this.largest = largest;
    this.pools = pools;
    this.intake = intake;
    this.files = files;
    this.measures = measures;
  }

  /** A sound of the folder and what tells it from any other, or from itself when it changed. */
  private record Sound(FoundFile file, String form) {}

  @Override
  public MusicBrief.Source source() {
    return MusicBrief.Source.FOLDER;
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public Future<List<MusicPiece>> list(ListMusic wanted) {
    return scan()
        .compose(
            sounds ->
                measures
                    .of(sounds.values().stream().map(Sound::form).toList())
                    .map(
                        known ->
                            sounds.values().stream()
                                .map(sound -> listed(sound, known.get(sound.form())))
                                .toList()));
  }

  @Override
  public Future<MusicPiece> piece(String name) {
    return sound(name)
        .compose(
            sound ->
                measures
                    .of(List.of(sound.form()))
                    .map(known -> listed(sound, known.get(sound.form()))));
  }

  @Override
  public Future<Music> sound(MusicPiece piece) {
    return sound(piece.provenance().id())
        .compose(
            sound ->
                measures
                    .of(List.of(sound.form()))
                    .compose(
                        known ->
                            known.containsKey(sound.form())
                                ? Future.succeededFuture(known.get(sound.form()))
                                : taken(sound)))
        .map(known -> new Music(known.audio(), known.seconds(), piece.title(), piece.provenance()));
  }

  private Future<FolderMeasures.Measure> taken(Sound sound) {
    return intake
        .take(sound.file(), largest)
        .compose(files::check)
        .compose(
            checked ->
                measures.keep(
                    sound.form(),
                    new FolderMeasures.Measure(
                        checked.audio(),
                        checked.measure().seconds(),
                        checked.measure().loudness(),
                        checked.measure().tempo())));
  }

  private Future<Sound> sound(String name) {
    return scan()
        .map(
            sounds ->
                Optional.ofNullable(sounds.get(name))
                    .orElseThrow(
                        () ->
                            ServiceFailure.notFound(
                                "There is no sound " + name + " in the music folder")));
  }

  private Future<Map<String, Sound>> scan() {
    return pools.run(
        Pool.MEDIA,
        () -> {
          Map<String, Sound> sounds = new HashMap<>();
          if (Files.isDirectory(folder)) {
            for (FoundFile file : FolderScan.of(folder, MOST, largest).files()) {
              if (file.type().mediaType().startsWith("audio/")) {
                sounds.put(file.name(), new Sound(file, form(file)));
              }
            }
          }
          return sounds;
        });
  }

  private static String form(FoundFile file) throws IOException {
    return file.name()
        + "/"
        + Files.size(file.file())
        + "/"
        + Files.getLastModifiedTime(file.file()).toMillis();
  }

  private static MusicPiece listed(Sound sound, FolderMeasures.Measure known) {
    FoundFile file = sound.file();
    String said = (file.name() + " " + String.join(" ", file.tags())).toLowerCase(Locale.ROOT);
    Matcher tempo = TEMPO.matcher(said);
    Double written = tempo.find() ? Double.valueOf(tempo.group(1)) : null;
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return new MusicPiece(
        "folder:" + file.name(),
        (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip(),
        MusicBrief.Source.FOLDER,
        mood(said),
        written != null ? written : known == null ? null : known.tempo(),
        null,
        known == null ? null : known.seconds(),
        known == null ? null : known.loudness(),
        file.tags(),
        new Provenance("folder", file.name(), null, "the operator's own responsibility", null));
  }

  private static MusicBrief.Mood mood(String said) {
    return Arrays.stream(MusicBrief.Mood.values())
        .filter(mood -> mood != MusicBrief.Mood.NONE)
        .filter(mood -> said.contains(mood.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }
}
