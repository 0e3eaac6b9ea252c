package io.moneyprinter.materials.archive;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks one file, counting what really comes out of it. Blocking. */
final class Unpacker {
  private static final int PIECE = 64 * 1024;

  private Unpacker() {}

  /**
   * @param target does not exist yet; its name has nothing to do with the archive
   * @throws ServiceFailure INVALID when the archive lied about the file, or is damaged
   */
  static void unpack(ZipFile zip, PackedFile file, Path target) throws IOException {
    long said = file.entry().getSize();
    CRC32 sum = new CRC32();
    long count = 0;
    try (InputStream in = open(zip, file);
        OutputStream out =
            Files.newOutputStream(
                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] piece = new byte[PIECE];
      for (int read = read(in, piece, file); read >= 0; read = read(in, piece, file)) {
        count += read;
        if (count > said) {
          throw refusal(file, "unpacks to more than the " + said + " bytes it claims, as bombs do");
        }
        sum.update(piece, 0, read);
        write(out, piece, read);
      }
    }
    if (count != said || sum.getValue() != file.entry().getCrc()) {
      throw refusal(file, "is damaged: pack it again");
    }
  }

  private static InputStream open(ZipFile zip, PackedFile file) {
    try {
      return zip.getInputStream(file.entry());
    } catch (IOException e) {
      throw refusal(file, "cannot be read (" + e.getMessage() + "): pack it again");
    }
  }

  private static int read(InputStream in, byte[] piece, PackedFile file) throws IOException {
    try {
      return in.read(piece);
    } catch (ZipException | java.io.EOFException e) {
      throw refusal(file, "is damaged: pack it again");
    }
  }

  private static void write(OutputStream out, byte[] piece, int count) {
    try {
      out.write(piece, 0, count);
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The archive could not be unpacked ("
              + e.getMessage()
              + "): free some space on the disk of the data folder, then finish the upload again");
    }
  }

  private static ServiceFailure refusal(PackedFile file, String what) {
    var problem = Problems.of(file.path(), what);
    return ServiceFailure.invalid(problem.message(), List.of(problem));
  }
}
