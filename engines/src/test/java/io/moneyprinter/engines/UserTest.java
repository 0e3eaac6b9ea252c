package io.moneyprinter.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who runs the engines: root, another user on root's behalf, an ordinary user. */
class UserTest {
  private static final int NOBODY = 65_534;
  private static final boolean ROOT = new UnixSystem().getUid() == 0;

  /** What every user may enter: the programs and, for child JVMs of other users, the class path. */
  @TempDir static Path open;

  @TempDir Path folder;

  @BeforeAll
  static void openTheCommonFolder() throws IOException {
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @BeforeEach
  void openTheTestFolder() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void rootWithoutUserNamespacesLetsNobodyRunIt() throws Exception {
    assumeTrue(ROOT, "only root can become another user");
    SystemTools found = SystemTools.found();
    SystemTools noNamespaces = new SystemTools(found.setsid(), found.setpriv(), Optional.empty());
    for (SystemTools tools :
        List.of(noNamespaces, found)) { // and later with them: the data stays nobody's
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options(), tools)) {
        EmbeddedPostgresTest.connect(postgres).close();
        assertThat(Files.getAttribute(folder.resolve("postgres/data/PG_VERSION"), "unix:uid"))
            .isEqualTo(NOBODY);
        assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid"))
            .isEqualTo(NOBODY);
      }
    }
  }

  @Test
  void rootWithNeitherIsToldWhatToDo() {
    assumeTrue(ROOT, "only root is refused by PostgreSQL");
    SystemTools none = new SystemTools(Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> EmbeddedPostgres.start(options(), none))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("does not run as root")
        .hasMessageEndingWith(
            "Run moneyprinter as an ordinary user, or configure an external PostgreSQL.");
  }

  @Test
  void anOrdinaryUserRunsBothAndRootMayGoOnWithThem() throws Exception {
    assumeTrue(
        ROOT, "only root can become another user; as an ordinary user every other test shows this");
    Files.setAttribute(folder, "unix:uid", NOBODY);
    Files.setAttribute(folder, "unix:gid", NOBODY);
    try (ChildJvm jvm = asNobody()) {
      jvm.report();
      assertThat(jvm.finish()).isZero();
    }
    try (ChildJvm jvm = ChildJvm.start(folder, open.resolve("cache"))) {
      jvm.report();
      assertThat(jvm.finish()).isZero();
    }
    try (ChildJvm jvm = asNobody()) {
      jvm.report();
      jvm.kill();
    }
    // The server ends with its JVM, and tidies its files up while it does.
    Waiting.until(
        "the server has ended",
        Duration.ofSeconds(30),
        () -> Files.notExists(folder.resolve("postgres/data/postmaster.pid")));
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all)
          .allSatisfy(path -> assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(NOBODY));
    }
  }

  @Test
  void aFolderWithoutPermissionIsNamedWithItsRemedy() throws Exception {
    String refusal;
    if (ROOT) {
      Files.createDirectory(folder.resolve("postgres"));
      try (ChildJvm jvm = asNobody()) {
        refusal = jvm.refusal();
      }
    } else {
      Files.createDirectory(
          folder.resolve("postgres"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
      try (ChildJvm jvm = ChildJvm.start(folder, open.resolve("cache"))) {
        refusal = jvm.refusal();
      }
    }
    assertThat(refusal)
        .contains("Could not use the data folder " + folder.resolve("postgres"))
        .contains("this user may not write there")
        .contains("chown");
  }

  @Test
  void aForeignPlatformIsSentToExternalServers() {
    assertThatThrownBy(() -> NativePlatform.of("SunOS", "sparcv9"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no embedded PostgreSQL and Redis for sunos-sparcv9")
        .hasMessageContaining("Configure an external PostgreSQL and Redis");
    assertThat(NativePlatform.of("Linux", "aarch64").name()).isEqualTo("linux-aarch64");
    assertThat(NativePlatform.of("Mac OS X", "aarch64").name()).isEqualTo("macos-aarch64");
  }

  private EmbeddedPostgresOptions options() {
    return EmbeddedPostgresOptions.in(folder.resolve("postgres"), open.resolve("cache"));
  }

  /**
   * A child JVM of the user nobody, who may not even read this user's Maven repository: so with a
   * class path of its own.
   */
  private ChildJvm asNobody() throws IOException {
    List<String> become =
        List.of(
            SystemTools.found().setpriv().orElseThrow().toString(),
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--");
    return ChildJvm.start(become, copiedClassPath(), folder, cacheOfNobody());
  }

  private static Path cacheOfNobody() throws IOException {
    Path cache = open.resolve("cache-of-nobody");
    if (!Files.exists(cache)) {
      Files.createDirectory(cache);
      Files.setAttribute(cache, "unix:uid", NOBODY);
    }
    return cache;
  }

  private static String copiedClassPath() throws IOException {
    List<String> copied = new ArrayList<>();
    for (String entry : ChildJvm.classPath().split(File.pathSeparator)) {
      Path source = Path.of(entry);
      Path target = open.resolve("class-path").resolve(copied.size() + "-" + source.getFileName());
      copied.add(target.toString());
      if (Files.exists(source) && !Files.exists(target)) {
        copy(source, target);
      }
    }
    return String.join(File.pathSeparator, copied);
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.toList()) {
        Path copy = target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
