package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.platform.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A receipt on the disk with the files of its video beside it. */
public final class ReceiptFile {
  private final Path folder;
  private final Receipt receipt;

  private ReceiptFile(Path folder, Receipt receipt) {
    this.folder = folder;
    this.receipt = receipt;
  }

  /** What was found out about a file, for people. */
  public record Checked(boolean good, String message) {}

  /**
   * Reads a receipt.
   *
   * @param place the file, or the folder that it lies in
   */
  public static ReceiptFile read(Path place) {
    Path file = Files.isDirectory(place) ? place.resolve(Publication.RECEIPT) : place;
    try {
      Receipt receipt = RecordJson.wire().readValue(Files.readString(file), Receipt.class);
      if (receipt.version() != Receipt.VERSION) {
        throw ServiceFailure.invalid(
            "/version",
            "is %d, and this version reads %d: use the version that %s names in tool"
                .formatted(receipt.version(), Receipt.VERSION, file));
      }
      return new ReceiptFile(file.toAbsolutePath().getParent(), receipt);
    } catch (NoSuchFileException e) {
      throw ServiceFailure.notFound(
          "There is no " + file + ": name the folder of a finished video, or its receipt");
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid("", file + " is no receipt: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ServiceFailure(FailureCode.RESOURCE, file + " cannot be read: " + e.getMessage());
    }
  }

  public Receipt receipt() {
    return receipt;
  }

  /**
   * The segments to render once more.
   *
   * @param index of the one that is wanted; {@code null} for any
   * @param all every one
   */
  public List<Receipt.Piece> choose(Integer index, boolean all) {
    List<Receipt.Piece> pieces = receipt.segments();
    if (all || pieces.isEmpty()) {
      return pieces;
    }
    if (index == null) {
      return List.of(pieces.get(ThreadLocalRandom.current().nextInt(pieces.size())));
    }
    return List.of(
        pieces.stream()
            .filter(piece -> piece.spec().index() == index)
            .findFirst()
            .orElseThrow(
                () ->
                    ServiceFailure.invalid(
                        "/segment",
                        "--segment must be 0 to " + (pieces.size() - 1) + ", not " + index)));
  }

  /** Compares the files that lie beside the receipt. */
  public List<Checked> check() {
    List<Checked> found = new ArrayList<>();
    for (Publication.File output : receipt.outputs()) {
      Path file = folder.resolve(Path.of(output.name()).getFileName());
      if (!Files.exists(file)) {
        found.add(new Checked(true, "- " + output.name() + " is not here: not compared"));
        continue;
      }
      try {
        boolean same = Sha256.hex(file).equals(output.blob().key());
        found.add(
            new Checked(
                same,
                same
                    ? "✓ " + output.name()
                    : "✗ " + output.name() + " is not the file that the receipt names"));
      } catch (IOException e) {
        throw new ServiceFailure(FailureCode.RESOURCE, file + " cannot be read: " + e.getMessage());
      }
    }
    return found;
  }
}
