package io.moneyprinter.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
  @TempDir Path temporary;
  Path folder;

  @BeforeEach
  void aNameThatNeedsQuoting() {
    folder = temporary.resolve("my \"films\" \\ data");
  }

  @Test
  void whatWasStoredIsThereAfterARestart() throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(options());
        RedisConversation talk = new RedisConversation(redis.port())) {
      talk.say("AUTH " + redis.password());
      assertThat(talk.say("SET film coffee")).isEqualTo("+OK");
    }
    try (EmbeddedRedis redis = EmbeddedRedis.start(options());
        RedisConversation talk = new RedisConversation(redis.port())) {
      talk.say("AUTH " + redis.password());
      assertThat(talk.say("GET film")).isEqualTo("coffee");
      assertThat(redis.uri())
          .isEqualTo("redis://:" + redis.password() + "@127.0.0.1:" + redis.port());
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(options());
        RedisConversation talk = new RedisConversation(redis.port())) {
      assertThat(talk.say("GET film")).startsWith("-NOAUTH");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("redis.conf"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theServerIsGoneAfterClose() {
    EmbeddedRedis redis = EmbeddedRedis.start(options());
    long pid = redis.pid();

    redis.close();

    assertThat(redis.running()).isFalse();
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void aTakenPortIsNamedWithItsRemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedRedis.start(options().withPort(taken.getLocalPort())))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("could not start on port " + taken.getLocalPort())
          .hasMessageContaining("configure another port");
    }
    EmbeddedRedis.start(options()).close();
  }

  @Test
  void aDamagedFileFailsWithTheServersOwnWords() throws Exception {
    EmbeddedRedis.start(options()).close();
    Files.writeString(folder.resolve("data/appendonly.aof"), "this is no append-only file\n");

    assertThatThrownBy(() -> EmbeddedRedis.start(options()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Bad file format")
        .hasMessageContaining("The data is damaged");
  }

  private EmbeddedRedisOptions options() {
    return EmbeddedRedisOptions.in(folder, SharedCache.FOLDER);
  }
}
