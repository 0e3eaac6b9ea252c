package io.moneyprinter.notification;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.ListNotices;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeList;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RecordEvents;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.DepartureList;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.UserList;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The neighbours of the notification service, as far as it asks them: a tenant of three. */
final class House {
  static final Duration LIMIT = Duration.ofSeconds(15);

  static final String ANNA = "anna";
  static final String OWNER = "owner";

  final TestNode test;
  volatile List<Departure> departures = List.of();
  volatile Quota quota = new Quota("free", null, 0, Instant.EPOCH);
  volatile String orderedBy = ANNA;
  volatile String batch;
  volatile JobState state = JobState.COMPLETED;

  /** How often somebody looked a job up. */
  final AtomicInteger looked = new AtomicInteger();

  House(TestNode test) {
    this.test = test;
    serve(AccountMessages.PROFILE, asked -> profile(CallContext.currentOrSystem().subject()));
    serve(
        AccessMessages.LIST_USERS,
        asked -> new UserList(List.of(profile(ANNA), profile(OWNER), profile("robot")), false));
    serve(AccountMessages.DEPARTURES, asked -> new DepartureList(departures));
    serve(AccessMessages.QUOTA, asked -> quota);
    serve(OrchestrationMessages.GET_JOB, asked -> job(asked.jobId()));
  }

  private <Q extends Record, R extends Record> void serve(
      Endpoint<Q, R> endpoint, java.util.function.Function<Q, R> answers) {
    endpoint.serve(
        test.vertx().eventBus(),
        asked -> {
          try {
            return Future.succeededFuture(answers.apply(asked));
          } catch (ServiceFailure refused) {
            return Future.failedFuture(refused);
          }
        });
  }

  static Profile profile(String subject) {
    Role role =
        switch (subject) {
          case ANNA -> Role.CREATOR;
          case OWNER -> Role.OPERATOR;
          case "robot" -> Role.SERVICE;
          default -> throw ServiceFailure.notFound("There is no such account");
        };
    return new Profile(
        subject,
        "local",
        role == Role.SERVICE ? null : subject + "@example.org",
        true,
        subject,
        role,
        true,
        false,
        Instant.EPOCH);
  }

  private Job job(String id) {
    looked.incrementAndGet();
    return Job.builder(id, "local", VideoBrief.builder().topic("Tea <b>& sugar</b>").build())
        .workflow("video-generation/1")
        .state(state)
        .progress(1)
        .subject(orderedBy)
        .batchId(batch)
        .build();
  }

  /** Has an event of a job recorded, as the orchestration does. */
  JobEvent happens(JobEvent.Type type) {
    JobEvent event =
        new JobEvent(
            UUID.randomUUID().toString(),
            "local",
            7,
            Instant.now(),
            type,
            state,
            null,
            null,
            1,
            "It happened");
    record(event);
    return event;
  }

  void record(JobEvent event) {
    answer(
        NotificationMessages.RECORD.ask(test.vertx().eventBus(), new RecordEvents(List.of(event))));
  }

  NoticeList notices(String subject) {
    return ask(subject, NotificationMessages.LIST, new ListNotices(null, 50, false, null, null));
  }

  /** The newest notice of somebody, once there are this many. */
  Notice notice(String subject, int count) {
    Await.until(
        count + " notices of " + subject, LIMIT, () -> notices(subject).notices().size() >= count);
    return notices(subject).notices().get(0);
  }

  <Q extends Record, R extends Record> R ask(String subject, Endpoint<Q, R> to, Q wish) {
    return answer(to.ask(test.vertx().eventBus(), wish, as(subject)));
  }

  static CallContext as(String subject) {
    return new CallContext("test", "local", subject, null);
  }
}
