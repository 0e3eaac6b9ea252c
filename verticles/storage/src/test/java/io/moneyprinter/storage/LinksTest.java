package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticeRaised;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RaiseNotice;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkList;
import io.moneyprinter.codecs.storage.ListLinks;
import io.moneyprinter.codecs.storage.OpenLink;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.RevokeLink;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.TakeLink;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.links.LinkReminder;
import io.moneyprinter.storage.links.LinksConfig;
import io.moneyprinter.testsupport.TestEngines;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Links as their makers and those who have them see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
  private static final StorageConfig USUAL = new StorageConfig(new DataSize(1), Duration.ofDays(1));
  private static final CallContext ACME = new CallContext("1", "acme", "ada", null);
  private static final CallContext OTHER = new CallContext("2", "other", "eve", null);

  @TempDir private static Path folder;
  private TestEngines engines;
  private DatabaseAccess access;
  private StorageNode node;
  private EventBus bus;
  private Blob blob;

  @RegisterExtension
  private final BeforeEachCallback databases =
      test -> {
        engines = TestEngines.of(test);
        if (access == null) {
          access = engines.freshDatabases();
          open(USUAL);
        }
      };

  private void open(StorageConfig config) {
    node = StorageNode.start(folder.resolve("node"), access, engines.redisUri(), config, null);
    bus = node.node().vertx().eventBus();
    blob = node.store("a video".getBytes(), "video/mp4", StorageClass.RESULTS);
  }

  private static StorageConfig signedBy(String current, String... names) {
    Map<String, LinksConfig.Key> keys =
        Arrays.stream(names)
            .collect(Collectors.toMap(name -> name, name -> new LinksConfig.Key(name.repeat(40))));
    return USUAL.with(
        new LinksConfig(
            Duration.ofHours(1), Duration.ofDays(1), Optional.ofNullable(current), keys));
  }

  @AfterAll
  void close() {
    node.close();
  }

  private Link link(Integer life, Integer most) {
    return answer(creating(life, most, "Reise.mp4"));
  }

  private Future<Link> creating(Integer life, Integer most, String name) {
    return StorageMessages.CREATE_LINK.ask(
        bus, new CreateLink(blob.key(), "video/7/video.mp4", null, name, null, life, most), ACME);
  }

  private Future<OpenedLink> opening(String href) {
    URI address = URI.create(href);
    Map<String, String> query =
        Arrays.stream(address.getQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String id = address.getPath().substring("/files/".length());
    return StorageMessages.OPEN_LINK.ask(
        bus, new OpenLink(id, query.get("exp"), query.get("sig"), "127.0.0.1"), OTHER);
  }

  private OpenedLink.State state(Link link) {
    return answer(opening(link.href())).state();
  }

  private void refused(String href) {
    assertThat(failure(opening(href)).code()).as(href).isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void aLinkOpensWhatItWasMadeFor() {
    Link link = link(60, null);

    OpenedLink opened = answer(opening(link.href()));

    assertThat(opened.state()).isEqualTo(OpenedLink.State.GOOD);
    assertThat(opened.link().blob()).isEqualTo(blob);
    assertThat(opened.link().tenant()).isEqualTo("acme");
    assertThat(opened.link().fileName()).isEqualTo("Reise.mp4");
    assertThat(link.expiresAt())
        .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(61));
  }

  @Test
  void aForgedOrAlteredLinkIsForbidden() {
    Link link = link(60, null);
    Link another = link(3600, null);
    String href = link.href();
    long expires = link.expiresAt().getEpochSecond();
    String code = href.substring(href.indexOf("&sig=") + 5);

    refused(href.replace("exp=" + expires, "exp=" + (expires + 1000)));
    refused(href.replace("exp=" + expires, "exp=0" + expires));
    refused(href.substring(0, href.length() - 2));
    refused(href.replace(link.id(), another.id()));
    refused(href.replace(code, "nobody" + code.substring(code.indexOf('.'))));
    refused(href.replace(code, code.substring(0, code.indexOf('.') + 1)));
    refused(href.replace(code, "."));
    assertThat(failure(opening(href.replace(link.id(), "A".repeat(22)))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void theSignatureHoldsTenantAndFileEvenAgainstWhoWritesInTheBooks() {
    for (String change : new String[] {"tenant = 'other'", "subject = 'video/8/video.mp4'"}) {
      Link link = link(60, null);
      change(change, link);
      refused(link.href());
    }
    Link link = link(60, null);
    Blob secret = node.store("a secret".getBytes(), "video/mp4", StorageClass.RESULTS);
    change("blob_key = '" + secret.key() + "'", link);
    refused(link.href());
  }

  private void change(String what, Link link) {
    answer(
        node.database()
            .writer()
            .query("UPDATE link SET " + what + " WHERE id = '" + link.id() + "'")
            .execute());
  }

  @Test
  void aLinkEndsWhenItExpiresOrIsRevokedByItsTenantOnly() {
    Link short_ = link(1, null);
    Link revoked = link(null, null);

    assertThat(failure(revoking(revoked, OTHER)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(state(revoked)).isEqualTo(OpenedLink.State.GOOD);
    Instant at = answer(revoking(revoked, ACME)).revokedAt();
    assertThat(state(revoked)).isEqualTo(OpenedLink.State.REVOKED);
    assertThat(answer(revoking(revoked, ACME)).revokedAt()).isEqualTo(at);
    io.moneyprinter.testsupport.Await.until(
        "the link expires",
        Duration.ofSeconds(10),
        () -> state(short_) == OpenedLink.State.EXPIRED);
  }

  private Future<Link> revoking(Link link, CallContext caller) {
    return StorageMessages.REVOKE_LINK.ask(bus, new RevokeLink(link.id()), caller);
  }

  @Test
  void aNumberOfDownloadsIsKeptAndTheRestOfTheLastOneIsNoDownload() {
    Link link = link(600, 2);

    assertThat(taken(link, false)).as("what begins in the middle counts too").isTrue();
    assertThat(taken(link, true)).isTrue();
    assertThat(taken(link, true)).isFalse();
    assertThat(taken(link, false)).isTrue();
    assertThat(state(link)).as("under way").isEqualTo(OpenedLink.State.GOOD);
    change("taken_at = now() - interval '2 hours'", link);
    assertThat(taken(link, false)).isFalse();
    assertThat(state(link)).isEqualTo(OpenedLink.State.SPENT);
    assertThat(answer(opening(link.href())).link().downloads()).isEqualTo(2);
  }

  private boolean taken(Link link, boolean beginning) {
    return answer(StorageMessages.TAKE_LINK.ask(bus, new TakeLink(link.id(), beginning), OTHER))
        .granted();
  }

  @Test
  void aTenantSeesItsOwnLinksPageByPage() {
    CallContext mine = new CallContext("3", "lister", "ada", null);
    for (int i = 0; i < 3; i++) {
      answer(
          StorageMessages.CREATE_LINK.ask(
              bus,
              new CreateLink(
                  blob.key(),
                  i == 0 ? "video/70/a.mp4" : "video/7/a.mp4",
                  null,
                  null,
                  null,
                  60,
                  null),
              mine));
    }

    LinkList first = listed(mine, "video/7", null, 1);
    LinkList second = listed(mine, "video/7", first.links().get(0).id(), 1);

    assertThat(first.more()).isTrue();
    assertThat(second.more()).isFalse();
    assertThat(second.links().get(0).id()).isNotEqualTo(first.links().get(0).id());
    assertThat(listed(mine, null, null, 10).links()).hasSize(3);
    assertThat(listed(OTHER, null, null, 10).links()).isEmpty();
  }

  private LinkList listed(CallContext caller, String subject, String after, int limit) {
    return answer(
        StorageMessages.LIST_LINKS.ask(bus, new ListLinks(subject, after, limit), caller));
  }

  @Test
  void aFileOfAnotherTenantCannotBeNamedByItsKey() {
    CreateLink wish = new CreateLink(blob.key(), null, null, null, null, null, null);

    assertThat(failure(StorageMessages.CREATE_LINK.ask(bus, wish, OTHER)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    for (String name :
        new String[] {" ", "a/b.mp4", "a\r\nSet-Cookie: b", "a\\b", "x".repeat(201)}) {
      assertThat(failure(creating(60, null, name)).violations())
          .as(name)
          .anyMatch(wrong -> wrong.pointer().equals("/fileName"));
    }
    assertThat(failure(creating(0, null, "a")).violations())
        .anyMatch(wrong -> wrong.pointer().equals("/expiresInSeconds"));
    assertThat(failure(creating(Integer.MAX_VALUE, null, "a")).getMessage()).contains("longest");
    assertThat(failure(creating(60, 0, "a")).violations())
        .anyMatch(wrong -> wrong.pointer().equals("/maxDownloads"));
  }

  @Test
  void linksOutliveARestartAndAChangeOfKeysButNotTheLossOfTheirKey() {
    Link own = link(600, null);
    node.close();
    open(signedBy("first", "first"));
    Link first = link(600, null);
    assertThat(state(own)).isEqualTo(OpenedLink.State.GOOD);
    assertThat(first.href()).contains("&sig=first.");
    node.close();
    open(signedBy("second", "first", "second"));
    assertThat(link(600, null).href()).contains("&sig=second.");
    assertThat(state(first)).isEqualTo(OpenedLink.State.GOOD);
    node.close();
    open(signedBy("second", "second"));

    refused(first.href());
  }

  @Test
  void whoMadeALinkIsToldADayBeforeItExpiresAndOnlyOnce() {
    List<RaiseNotice> raised = new CopyOnWriteArrayList<>();
    AtomicBoolean away = new AtomicBoolean(true);
    MessageConsumer<Object> notification =
        NotificationMessages.RAISE.serve(
            bus,
            notice -> {
              if (away.get()) {
                return Future.failedFuture(ServiceFailure.unavailable("not now"));
              }
              raised.add(notice);
              return Future.succeededFuture(new NoticeRaised(true));
            });
    Link soon = link(60, null);
    Link brief = link(60, null);
    Link later = link(60, null);
    age(soon, "2 days", "20 hours");
    age(brief, "1 hour", "20 hours");
    age(later, "2 days", "26 hours");
    LinkReminder reminder = new LinkReminder(node.database(), bus);

    answer(reminder.round(Instant.now()));
    assertThat(raised).isEmpty();
    away.set(false);
    answer(reminder.round(Instant.now()));
    answer(reminder.round(Instant.now()));
    answer(notification.unregister());

    assertThat(raised).hasSize(1);
    RaiseNotice notice = raised.get(0);
    assertThat(notice.kind()).isEqualTo(NoticeKind.LINK_EXPIRING);
    assertThat(notice.subject()).isEqualTo(ACME.subject());
    assertThat(notice.data())
        .containsEntry("video", "7")
        .containsEntry("link", soon.id())
        .containsKeys("file", "expiresAt");
    assertThat(notice.data().toString()).doesNotContain("sig=");
  }

  private void age(Link link, String since, String left) {
    answer(
        node.database()
            .writer()
            .preparedQuery(
                "UPDATE link SET created_at = now() - $2::text::interval,"
                    + " expires_at = now() + $3::text::interval WHERE id = $1")
            .execute(Tuple.of(link.id(), since, left)));
  }
}
