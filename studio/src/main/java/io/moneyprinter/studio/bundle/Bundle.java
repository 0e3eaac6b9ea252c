package io.moneyprinter.studio.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For each language one document per page, and the scripts that it needs. Where esbuild does not
 * run, the studio stays as it is, and its modules are served one by one.
 */
public final class Bundle {
  private static final List<String> LANGUAGES = List.of("en", "zh", "es", "de");

  private final Path studio;
  private final Path bundle;
  private final Path work;

  private Bundle(Path studio, Path work) {
    this.studio = studio;
    this.bundle = studio.resolve("bundle");
    this.work = work;
  }

  /**
   * Bundles; the libraries and esbuild's program are on the class path.
   *
   * @param args the folder with the studio's files, in which {@code bundle} is written, and one to
   *     work in
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    new Bundle(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath()).make();
  }

  private void make() throws IOException, InterruptedException {
    Path done = work.resolve("done");
    String state = state();
    if (Files.exists(done) && Files.readString(done).equals(state)) {
      return;
    }
    Folders.delete(bundle);
    Folders.delete(work);
    Files.createDirectories(work);
    Libraries libraries = new Libraries(work.resolve(Libraries.FOLDER));
    Optional<Esbuild> esbuild = libraries.unpack(work).filter(Esbuild::runs);
    if (esbuild.isEmpty()) {
      System.err.println("The studio is not bundled: there is no esbuild for this machine.");
      return;
    }
    Sources sources = Sources.read(studio);
    for (String language : LANGUAGES) {
      Path staged = work.resolve(language);
      Path out = work.resolve("out").resolve(language);
      sources.stage(staged);
      esbuild.get().bundle(libraries, staged, out, language);
      new Documents(sources, out).write(bundle.resolve(language), language);
      publish(out, language);
    }
    Files.writeString(done, state);
  }

  /** What the result depends on. */
  private String state() throws IOException {
    StringBuilder state = new StringBuilder(System.getProperty("java.class.path"));
    List<Path> files = new ArrayList<>(Folders.files(studio));
    files.removeIf(file -> file.startsWith(bundle));
    files.addAll(Folders.files(Path.of(Bundle.class.getResource("").getPath())));
    for (Path file : files) {
      state.append('\n').append(file).append(' ').append(Files.getLastModifiedTime(file));
    }
    return state.toString();
  }

  /** With maps that name the sources where the gateway serves them. */
  private void publish(Path out, String language) throws IOException {
    for (Path file : Folders.files(out)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (file.toString().endsWith(".map")) {
        text =
            text.replace("\"../../" + language + "/", "\"../")
                .replace("\"../../" + Libraries.FOLDER + "/", "\"../" + Libraries.FOLDER + "/");
      }
      Files.writeString(bundle.resolve(file.getFileName()), text);
    }
  }
}
