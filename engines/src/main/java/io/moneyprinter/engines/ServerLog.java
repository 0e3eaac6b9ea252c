package io.moneyprinter.engines;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's words: all of them in a file that is kept small, the last of them in memory for
 * messages.
 */
final class ServerLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
  private static final int TAIL_LINES = 15;
  private static final long MOST_BYTES = 4L << 20;

  private final Path file;
  private final Deque<String> tail = new ArrayDeque<>();
  private BufferedWriter writer;
  private long written;

  ServerLog(Path file) {
    this.file = file;
    open();
  }

  synchronized void append(String line) {
    if (tail.size() == TAIL_LINES) {
      tail.removeFirst();
    }
    tail.addLast(line);
    if (writer == null) {
      return;
    }
    try {
      writer.write(line);
      writer.write('\n');
      writer.flush();
      written += line.length() + 1L;
      if (written > MOST_BYTES) {
        writer.close();
        open();
      }
    } catch (IOException e) {
      // The server must be read on even when its log cannot be kept, or it would block on a full
      // pipe.
      LOG.warn("The log {} ends here: {}", file, e.getMessage());
      writer = null;
    }
  }

  /** The last lines, oldest first. */
  synchronized String tail() {
    return String.join("\n", tail);
  }

  private void open() {
    writer = null;
    written = 0;
    try {
      if (Files.exists(file) && Files.size(file) > MOST_BYTES / 4) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      writer =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Folders.giveToOwnerOfParent(file);
    } catch (IOException e) {
      LOG.warn("There will be no log {}: {}", file, e.getMessage());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}
