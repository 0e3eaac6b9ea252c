package io.moneyprinter.launcher.batch;

import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of rows; its name says how they are written.
 *
 * @param name without what follows the last dot
 */
public record BatchFile(BatchFormat format, String content, String name) {
  /** Reads one file; everything wrong with it is a {@link ServiceFailure} with the remedy. */
  public static BatchFile read(Path file) {
    String full = file.getFileName() == null ? "" : file.getFileName().toString();
    int dot = full.lastIndexOf('.');
    String kind = dot < 0 ? "" : full.substring(dot + 1).toLowerCase(Locale.ROOT);
    BatchFormat format =
        switch (kind) {
          case "csv" -> BatchFormat.CSV;
          case "json" -> BatchFormat.JSON;
          case "jsonl", "ndjson" -> BatchFormat.NDJSON;
          default ->
              throw new ServiceFailure(
                  FailureCode.INVALID,
                  file + " has no known kind: name it .csv, .json, .jsonl or .ndjson");
        };
    try {
      return new BatchFile(format, Files.readString(file), full.substring(0, dot));
    } catch (NoSuchFileException e) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND,
          "There is no file " + file + ". Check the name; an example is conf/examples/batch.csv");
    } catch (AccessDeniedException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE, file + " may not be read. Give yourself permission (chmod u+r)");
    } catch (CharacterCodingException e) {
      throw new ServiceFailure(
          FailureCode.INVALID, file + " is no text in UTF-8. Save it as UTF-8");
    } catch (IOException e) {
      throw new ServiceFailure(FailureCode.RESOURCE, file + " cannot be read: " + e.getMessage());
    }
  }
}
