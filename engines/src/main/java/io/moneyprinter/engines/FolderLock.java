package io.moneyprinter.engines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a folder to one living JVM. The operating system drops the lock when the JVM ends in
 * whatever way, so it is never stale; the file carries the process id for the message to whoever
 * comes second.
 */
final class FolderLock implements AutoCloseable {
  /**
   * Folders locked by this very JVM. POSIX ties locks to the process: closing any other channel to
   * the same file would drop the lock, so a second attempt must be turned away before it opens the
   * file. That knowledge can only live here.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Far behind the text: on systems with mandatory locks the process id stays readable. */
  private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @param folder a real path
   * @param server name for messages
   */
  static FolderLock take(Path folder, String server) {
    if (!HELD_HERE.add(folder)) {
      throw inUse(folder, server, "this very process");
    }
    try {
      return new FolderLock(folder, lock(folder, server));
    } catch (IOException e) {
      HELD_HERE.remove(folder);
      throw Folders.failure("Could not lock the data folder " + folder, folder, e);
    } catch (RuntimeException e) {
      HELD_HERE.remove(folder);
      throw e;
    }
  }

  private static FileChannel lock(Path folder, String server) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            Folders.withPermissions("rw-------"));
    try {
      Folders.giveToOwnerOfParent(folder.resolve("lock"));
      FileLock lock = channel.tryLock(LOCKED_POSITION, 1, false);
      if (lock == null) {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        String owner =
            new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).trim();
        throw inUse(folder, server, owner.isEmpty() ? "another process" : "process " + owner);
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static EngineException inUse(Path folder, String server, String owner) {
    return new EngineException(
        "The %s data folder %s is in use by %s".formatted(server, folder, owner),
        "Stop that process first, or choose another data folder");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Folders.failure("Could not release the data folder " + folder, folder, e);
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
