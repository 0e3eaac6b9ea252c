package io.moneyprinter.studio.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundler, a program of its own.
 *
 * @see <a href="https://esbuild.github.io/api/">its options</a>
 */
record Esbuild(Path program) {
  /** Whether it runs on this machine. */
  boolean runs() {
    try {
      return run(List.of("--version", "--log-level=silent")) == 0;
    } catch (IOException e) {
      return false; // made for another system
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Bundles staged sources: the shell, the style and a chunk for everything imported on demand.
   *
   * @throws IOException when it refuses them; it has said why
   */
  void bundle(Libraries libraries, Path staged, Path out, String language)
      throws IOException, InterruptedException {
    List<String> options =
        new ArrayList<>(
            List.of(
                staged.resolve(Sources.ENTRY).toString(),
                staged.resolve(Sources.STYLE).toString(),
                "--bundle",
                "--splitting",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--charset=utf8",
                "--sourcemap",
                "--sources-content=false",
                "--entry-names=[name]-[hash]",
                "--chunk-names=[name]-[hash]",
                "--define:" + Sources.LANGUAGE + "=\"" + language + "\"",
                "--log-level=error",
                "--outdir=" + out));
    libraries.packages().forEach((name, home) -> options.add("--alias:" + name + "=" + home));
    if (run(options) != 0) {
      throw new IOException("esbuild does not bundle the studio; what it said stands above");
    }
  }

  private int run(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(options);
    ProcessBuilder.Redirect said =
        options.contains("--version")
            ? ProcessBuilder.Redirect.DISCARD
            : ProcessBuilder.Redirect.INHERIT;
    return new ProcessBuilder(command)
        .redirectOutput(said)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
