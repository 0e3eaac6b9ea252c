package io.moneyprinter.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to Redis, in its inline protocol. */
final class RedisConversation implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader answers;

  RedisConversation(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    answers =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The answer's line; of a bulk answer its content. */
  String say(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    String answer = answers.readLine();
    return answer.startsWith("$") && !answer.equals("$-1") ? answers.readLine() : answer;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
