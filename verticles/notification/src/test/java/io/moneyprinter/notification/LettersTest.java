package io.moneyprinter.notification;

import static io.moneyprinter.notification.House.ANNA;
import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.GetNoticePreferences;
import io.moneyprinter.codecs.notification.MarkNotices;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.PutNoticePreferences;
import io.moneyprinter.codecs.notification.Unsubscribe;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.net.NetServer;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.sqlclient.Row;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E-mails to people, taken in by a real mail server. */
class LettersTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private House house;

  @BeforeEach
  void begin() {
    house = new House(test);
    post.start();
    post.setUser("post@example.org", "post", "right");
  }

  @AfterEach
  void end() {
    post.stop();
  }

  @Test
  void aLetterIsWrittenTwiceInTheLanguageOfItsReaderAndEndsWithOneClick() throws Exception {
    start(smtp(post.getSmtp().getPort(), "right"));
    choose("de", Digest.NONE, 9);
    house.happens(JobEvent.Type.APPROVAL_WANTED);

    MimeMessage letter = letter(1);
    assertThat(letter.getSubject()).isEqualTo("„Tea <b>& sugar</b>“ wartet auf Ihre Durchsicht");
    assertThat(letter.getAllRecipients()[0]).hasToString("anna@example.org");
    Multipart parts = (Multipart) letter.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("Sehen Sie die Szenen durch", "https://videos.example.org/videos/");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("<html lang=\"de\">", "&lt;b&gt;&amp; sugar")
        .doesNotContain("<b>");
    assertThat(letter.getHeader("List-Unsubscribe-Post")[0])
        .isEqualTo("List-Unsubscribe=One-Click");

    String way = letter.getHeader("List-Unsubscribe")[0].replaceAll("\\s", "");
    String token = way.substring(way.indexOf("token=") + 6, way.length() - 1);
    assertThat(
            failure(
                    NotificationMessages.UNSUBSCRIBE.ask(
                        test.vertx().eventBus(), new Unsubscribe(token.replace('.', 'x'))))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    house.ask("anonymous", NotificationMessages.UNSUBSCRIBE, new Unsubscribe(token));
    assertThat(channels(NoticeKind.VIDEO_REVIEW)).doesNotContain(NoticeChannel.EMAIL);
    assertThat(channels(NoticeKind.VIDEO_FAILED)).contains(NoticeChannel.EMAIL);
  }

  @Test
  void aDigestHoldsWhatIsUnreadAndWhatIsUrgentDoesNotWaitForIt() throws Exception {
    start(smtp(post.getSmtp().getPort(), "right"));
    choose("en", Digest.DAILY, ZonedDateTime.now(ZoneOffset.UTC).plusHours(2).getHour());
    house.state = JobState.FAILED;
    for (int i = 1; i <= 3; i++) {
      house.happens(JobEvent.Type.JOB_FAILED);
      house.notice(ANNA, i);
    }
    List<Notice> all = house.notices(ANNA).notices();
    house.ask(
        ANNA, NotificationMessages.MARK, new MarkNotices(List.of(all.get(0).id()), null, true));
    assertThat(post.getReceivedMessages()).isEmpty();
    run("UPDATE delivery SET due = now()");

    MimeMessage letter = letter(1);
    assertThat(letter.getSubject()).isEqualTo("2 notices");
    Await.until("all is done", House.LIMIT, () -> states().equals(List.of("SENT")));
    assertThat(post.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whatTheServerRefusesIsGivenUpAndAServerThatIsAwayOrLocksUsOutIsTriedAgain() {
    NetServer refusing = refusing();
    start(smtp(refusing.actualPort(), null));
    house.happens(JobEvent.Type.APPROVAL_WANTED);
    Await.until("it is given up", House.LIMIT, () -> states().contains("GIVEN_UP"));
    assertThat(answer(run("SELECT last_error FROM delivery")).getString(0)).contains("550");
  }

  @Test
  void aWrongPasswordKeepsTheLetterUntilItIsRight() throws Exception {
    start(smtp(post.getSmtp().getPort(), "wrong"));
    house.happens(JobEvent.Type.APPROVAL_WANTED);
    Await.until("it was tried twice", House.LIMIT, () -> attempts() >= 2);
    assertThat(states()).containsExactly("WAITING");
    assertThat(post.getReceivedMessages()).isEmpty();

    post.setUser("post@example.org", "post", "wrong");
    assertThat(letter(1).getSubject()).contains("waits for your look");
  }

  /** Answers each recipient as RFC 5321 has it for a mailbox that there is not. */
  private NetServer refusing() {
    return answer(
        test.vertx()
            .createNetServer()
            .connectHandler(
                socket -> {
                  socket.handler(
                      RecordParser.newDelimited(
                          "\r\n",
                          line ->
                              socket.write(
                                  line.toString().startsWith("RCPT")
                                      ? "550 5.1.1 no such mailbox\r\n"
                                      : "250 ok\r\n")));
                  socket.write("220 stub ESMTP\r\n");
                })
            .listen(0, "127.0.0.1"));
  }

  private void start(SmtpConfig smtp) {
    answer(
        test.vertx().deployVerticle(TestSettings.verticle(TestSettings.usual(), smtp, test.node())),
        60);
  }

  private static SmtpConfig smtp(int port, String password) {
    return new SmtpConfig(
        Optional.of("127.0.0.1"),
        port,
        Optional.ofNullable(password).map(given -> "post"),
        Optional.ofNullable(password),
        SmtpConfig.Security.NONE,
        "moneyprinter@example.org");
  }

  private void choose(String language, Digest digest, int hour) {
    house.ask(
        ANNA,
        NotificationMessages.PUT_PREFERENCES,
        new PutNoticePreferences(
            new NoticePreferences(0, language, "UTC", null, digest, hour, List.of(), null, null),
            null));
  }

  private List<NoticeChannel> channels(NoticeKind kind) {
    return house
        .ask(ANNA, NotificationMessages.PREFERENCES, new GetNoticePreferences())
        .kinds()
        .stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow()
        .channels();
  }

  private MimeMessage letter(int count) {
    Await.until(
        count + " letters came", House.LIMIT, () -> post.getReceivedMessages().length >= count);
    return post.getReceivedMessages()[count - 1];
  }

  private List<String> states() {
    Row row = answer(run("SELECT coalesce(array_agg(DISTINCT state), '{}') FROM delivery"));
    return Arrays.asList(row.getArrayOfStrings(0));
  }

  private int attempts() {
    return answer(run("SELECT coalesce(max(attempts), 0) FROM delivery")).getInteger(0);
  }

  private io.vertx.core.Future<Row> run(String sql) {
    Database database = answer(test.node().databases().open("notification"), 60);
    return database
        .writer()
        .query(sql)
        .execute()
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
        .eventually(database::close);
  }
}
