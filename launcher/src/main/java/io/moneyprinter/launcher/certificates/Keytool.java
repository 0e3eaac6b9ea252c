package io.moneyprinter.launcher.certificates;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java's own keytool program on one PKCS #12 store. Blocks. */
final class Keytool {
  /** The password goes by the environment, because others can read a command line. */
  private static final String VARIABLE = "MONEYPRINTER_STORE_PASSWORD";

  private final Path store;
  private final String password;

  Keytool(Path store, String password) {
    this.store = store;
    this.password = password;
  }

  /**
   * Runs one command on the store and answers with what it printed.
   *
   * @param input what the program reads, "" for nothing
   */
  String run(String input, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:env", VARIABLE));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(VARIABLE, password);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.US_ASCII));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new ServiceFailure(
            FailureCode.RESOURCE, "keytool could not do " + arguments[0] + ": " + output.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while keytool ran", e);
    }
    return output;
  }
}
