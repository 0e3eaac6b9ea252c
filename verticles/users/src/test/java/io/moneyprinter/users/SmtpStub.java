package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.testsupport.Await;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server as RFC 5321 has it, as far as one letter needs it; keeps what it is given. */
final class SmtpStub {
  private static final Pattern LINK = Pattern.compile("/account#\\w+=([A-Za-z0-9_-]{43})");

  /** One letter as it came. */
  record Letter(String recipient, String text) {
    /** The secret of its link. */
    String secret() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new AssertionError("No link in " + text);
      }
      return link.group(1);
    }
  }

  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final NetServer server;

  SmtpStub(Vertx vertx) {
    server = answer(vertx.createNetServer().connectHandler(this::serve).listen(0, "127.0.0.1"));
  }

  int port() {
    return server.actualPort();
  }

  /** Answers the next letters with 451: try again later. */
  void refuse(int letters) {
    refusals.set(letters);
  }

  List<Letter> letters() {
    return letters;
  }

  /** The latest letter to somebody, once there are this many. */
  Letter letterTo(String recipient, int count) {
    Await.until(
        count + " letters to " + recipient,
        Duration.ofSeconds(10),
        () -> to(recipient).size() >= count);
    List<Letter> mine = to(recipient);
    return mine.get(mine.size() - 1);
  }

  private List<Letter> to(String recipient) {
    return letters.stream().filter(letter -> letter.recipient().equals(recipient)).toList();
  }

  private void serve(NetSocket socket) {
    Conversation conversation = new Conversation(socket);
    socket.handler(RecordParser.newDelimited("\r\n", line -> conversation.hear(line.toString())));
    socket.write("220 stub ESMTP\r\n");
  }

  private final class Conversation {
    private final NetSocket socket;
    private final StringBuilder data = new StringBuilder();
    private String recipient;
    private boolean inData;

    Conversation(NetSocket socket) {
      this.socket = socket;
    }

    void hear(String line) {
      if (inData) {
        text(line);
        return;
      }
      String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
      switch (verb) {
        case "DATA" -> {
          inData = true;
          say("354 go on");
        }
        case "RCPT" -> {
          recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          say(refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? "451 later" : "250 ok");
        }
        case "QUIT" -> {
          say("221 bye");
          socket.end();
        }
        default -> say("250 ok");
      }
    }

    private void text(String line) {
      if (!line.equals(".")) {
        data.append(line).append('\n');
        return;
      }
      letters.add(new Letter(recipient, unfold(data.toString())));
      data.setLength(0);
      inData = false;
      say("250 taken");
    }

    /** Takes back quoted-printable (RFC 2045 §6.7), as far as our letters need it. */
    private static String unfold(String text) {
      return text.toLowerCase(Locale.ROOT).contains("encoding: quoted-printable")
          ? text.replace("=\n", "").replace("=3D", "=")
          : text; // where a secret may begin with 3D
    }

    private void say(String line) {
      socket.write(line + "\r\n");
    }
  }
}
