package io.moneyprinter.engines;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The small programs of the operating system that make a child process behave. Each may be missing.
 *
 * @param setsid keeps Ctrl-C in a terminal from reaching the server before the JVM has drained
 * @param setpriv ends the server with its JVM; changes its user
 * @param unshare lets root run as an ordinary user without giving its files away
 */
record SystemTools(Optional<Path> setsid, Optional<Path> setpriv, Optional<Path> unshare) {

  static SystemTools found() {
    return new SystemTools(find("setsid"), find("setpriv"), find("unshare"));
  }

  private static Optional<Path> find(String name) {
    String path =
        Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/bin:/bin:/usr/sbin:/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
