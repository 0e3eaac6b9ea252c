package io.moneyprinter.gateway;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.SummarizeUsage;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.PutSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.config.SettingList;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.codecs.materials.VideoCandidates;
import io.moneyprinter.codecs.notification.EventList;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.ReplayEvents;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobList;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.codecs.speech.VoiceList;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.Token;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.codecs.video.Publication;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers for all services behind the gateway, from memory. Safe from any thread. */
final class FakeServices {
  static final String OWNER_KEY = "mp_owner000_key";
  static final String READER_KEY = "mp_reader00_key";
  static final String OTHER_TENANT_KEY = "mp_other000_key";
  static final String MATERIALS_KEY = "mp_material_key";
  static final String USAGE_KEY = "mp_usage000_key";
  static final String NOTHING_KEY = "mp_nothing0_key";
  static final String POOR_KEY = "mp_poor0000_key";

  /** With the name of a role behind it: a key of somebody who has that role. */
  static final String ROLE_KEY = "mp_role0000_";

  static final String POOR_TENANT = "poor";
  static final String TOKEN = "header.claims.signature";

  final ConcurrentMap<String, Job> jobs = new ConcurrentHashMap<>();
  final ConcurrentMap<String, List<JobEvent>> events = new ConcurrentHashMap<>();
  final ConcurrentMap<String, Setting> settings = new ConcurrentHashMap<>();
  final AtomicInteger authentications = new AtomicInteger();
  final AtomicInteger replays = new AtomicInteger();

  /** What is done to a replay before it is answered; tests make it slow, short or failing. */
  volatile Function<EventList, Future<EventList>> replayed = Future::succeededFuture;

  /** What is done to an order before it is answered. */
  volatile Function<Job, Future<Job>> created = Future::succeededFuture;

  /** How the segments of a job stand. */
  volatile Function<Job, JobSegments> segments =
      job -> new JobSegments(job.id(), job.state(), List.of(), List.of(), null);

  /** Credentials that are good no more. */
  final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** How long who somebody is may be remembered. */
  volatile Duration remembered = Duration.ofSeconds(60);

  volatile Record command;
  volatile SummarizeUsage summarized;
  volatile CallContext lastCall;

  private final ConcurrentMap<String, CreateJob> orders = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> idempotent = new ConcurrentHashMap<>();
  private final EventBus bus;

  FakeServices(EventBus bus) {
    this.bus = bus;
  }

  void serve() {
    serveJobs();
    serveUsers();
    NotificationMessages.REPLAY.serve(bus, this::replay);
    SpeechMessages.GET_LEXICON.serve(
        bus, q -> Future.succeededFuture(new Lexicon(q.language(), Map.of("SQL", "sequel"))));
    SpeechMessages.PUT_LEXICON.serve(bus, q -> Future.succeededFuture(q.lexicon()));
    MaterialsMessages.CANDIDATES.serve(
        bus, q -> Future.succeededFuture(new VideoCandidates(List.of(candidates()))));
    SpeechMessages.VOICES.serve(bus, q -> Future.succeededFuture(voices(q.language())));
    AnalyticsMessages.SUMMARIZE.serve(
        bus,
        q -> {
          summarized = q;
          return Future.succeededFuture(new UsageSummary(3, 2, 1, 0, 90, 40, 12, 5, 900, 0));
        });
    ConfigMessages.GET.serve(
        bus,
        q ->
            settings.containsKey(q.key())
                ? Future.succeededFuture(settings.get(q.key()))
                : Future.failedFuture(ServiceFailure.notFound("No setting " + q.key())));
    ConfigMessages.LIST.serve(
        bus,
        q ->
            Future.succeededFuture(
                new SettingList(
                    settings.values().stream()
                        .filter(setting -> setting.key().startsWith(q.prefix()))
                        .toList())));
    ConfigMessages.PUT.serve(bus, this::put);
  }

  private void serveJobs() {
    serveCommands();
    OrchestrationMessages.CREATE_JOB.serve(bus, this::create);
    OrchestrationMessages.GET_JOB.serve(bus, q -> find(q.jobId()));
    OrchestrationMessages.LIST_JOBS.serve(bus, this::list);
    OrchestrationMessages.JOB_SEGMENTS.serve(
        bus, q -> find(q.jobId()).map(job -> segments.apply(job)));
    OrchestrationMessages.CANCEL_JOB.serve(
        bus,
        q ->
            find(q.jobId())
                .map(job -> with(job, JobState.CANCELLED, job.progress(), job.result(), null))
                .onSuccess(job -> emit(job.id(), JobEvent.Type.JOB_CANCELLED, null, "Called off")));
    OrchestrationMessages.RESUME_JOB.serve(
        bus,
        q ->
            find(q.jobId())
                .map(job -> with(job, JobState.RUNNING, job.progress(), job.result(), null)));
  }

  private void serveCommands() {
    OrchestrationMessages.PAUSE_JOB.serve(bus, q -> commanded(q, q.jobId(), JobState.PAUSED));
    OrchestrationMessages.RETRY_JOB.serve(bus, q -> commanded(q, q.jobId(), JobState.RUNNING));
    OrchestrationMessages.DECIDE_STEP.serve(bus, q -> commanded(q, q.jobId(), JobState.RUNNING));
    OrchestrationMessages.SET_PRIORITY.serve(bus, q -> commanded(q, q.jobId(), JobState.RUNNING));
    OrchestrationMessages.DELETE_JOB.serve(
        bus,
        q -> {
          command = q;
          return find(q.jobId())
              .map(job -> deleted(job, q.restore() ? null : Instant.now()))
              .onSuccess(job -> jobs.put(job.id(), job));
        });
    OrchestrationMessages.RERUN_JOB.serve(
        bus,
        q ->
            commanded(q, q.jobId(), JobState.COMPLETED)
                .compose(
                    job -> create(new CreateJob(job.brief(), q.idempotencyKey(), q.priority()))));
  }

  private Future<Job> commanded(Record wish, String jobId, JobState state) {
    command = wish;
    return find(jobId).map(job -> with(job, state, job.progress(), job.result(), null));
  }

  private void serveUsers() {
    UsersMessages.AUTHENTICATE.serve(
        bus,
        q -> {
          authentications.incrementAndGet();
          return caller(q);
        });
    UsersMessages.ISSUE_TOKEN.serve(
        bus,
        q ->
            q.apiKey().equals(OWNER_KEY)
                ? Future.succeededFuture(new Token(TOKEN, 900))
                : Future.failedFuture(refused()));
    AccessMessages.CHECK_QUOTA.serve(
        bus,
        q ->
            CallContext.currentOrSystem().tenant().equals(POOR_TENANT)
                ? Future.failedFuture(
                    new ServiceFailure(FailureCode.QUOTA, "All videos of this month are ordered"))
                : Future.succeededFuture(new Done()));
    UsersMessages.KEY_SET.serve(
        bus,
        q ->
            Future.succeededFuture(
                new KeySet(List.of(new KeySet.Key("k1", "RSA", "RS256", "sig", "AQAB", "AQAB")))));
  }

  private Future<Caller> caller(Authenticate q) {
    Instant until = Instant.now().plus(remembered);
    if (revoked.contains(q.secret())) {
      return Future.failedFuture(refused());
    }
    if (q.kind() == Authenticate.Kind.LOCAL_OWNER) {
      return Future.succeededFuture(new Caller("local", "owner", List.of("owner"), until));
    }
    boolean key = q.kind() == Authenticate.Kind.API_KEY;
    if (q.secret().startsWith(TOKEN + "-")) {
      String subject = "ada" + q.secret().substring(TOKEN.length());
      return known(!key, new Caller("acme", subject, List.of("owner"), until));
    }
    if (q.secret().startsWith(ROLE_KEY)) {
      Role role = Role.valueOf(q.secret().substring(ROLE_KEY.length()));
      return known(key, new Caller("acme", "rob", role.scopes(), until));
    }
    return switch (q.secret()) {
      case OWNER_KEY -> known(key, new Caller("acme", "ada", List.of("owner"), until));
      case READER_KEY -> known(key, new Caller("acme", "bob", List.of("videos:read"), until));
      case MATERIALS_KEY -> known(key, new Caller("acme", "max", List.of("materials:read"), until));
      case USAGE_KEY -> known(key, new Caller("acme", "uli", List.of("usage:read"), until));
      case NOTHING_KEY -> known(key, new Caller("acme", "noa", List.of(), until));
      case OTHER_TENANT_KEY -> known(key, new Caller("other", "eve", List.of("owner"), until));
      case POOR_KEY -> known(key, new Caller(POOR_TENANT, "pia", List.of("owner"), until));
      case TOKEN -> known(!key, new Caller("acme", "ada", List.of("owner"), until));
      default -> Future.failedFuture(refused());
    };
  }

  private static Future<Caller> known(boolean kindFits, Caller caller) {
    return kindFits ? Future.succeededFuture(caller) : Future.failedFuture(refused());
  }

  private static ServiceFailure refused() {
    return new ServiceFailure(FailureCode.UNAUTHENTICATED, "The credential is not valid");
  }

  static VoiceList voices(String language) {
    return new VoiceList(
        Stream.of(
                new Voice("mary:slt", "Emma", "en-US", "female", true),
                new Voice("mary:rms", "Robert", "en-US", "male", true),
                new Voice("espeak:de", "Klaus", "de", "male", true),
                new Voice("espeak:fr", "Camille", "fr", "female", true))
            .filter(v -> language == null || v.language().startsWith(language.split("-")[0]))
            .toList());
  }

  private Future<Setting> put(PutSetting q) {
    Setting old = settings.get(q.key());
    int version = old == null ? 0 : old.version();
    if (q.expectedVersion() != null && q.expectedVersion() != version) {
      return Future.failedFuture(ServiceFailure.conflict("The setting is at version " + version));
    }
    String subject = CallContext.currentOrSystem().subject();
    Setting written = new Setting(q.key(), q.value(), version + 1, Instant.now(), subject);
    settings.put(q.key(), written);
    return Future.succeededFuture(written);
  }

  private Future<Job> create(CreateJob order) {
    lastCall = CallContext.currentOrSystem();
    if (order.idempotencyKey() != null) {
      String known = idempotent.get(order.idempotencyKey());
      if (known != null) {
        return orders.get(order.idempotencyKey()).equals(order)
            ? Future.succeededFuture(jobs.get(known).asReplay())
            : Future.failedFuture(ServiceFailure.conflict("This key was used for another brief"));
      }
    }
    Job job = job(order, lastCall.tenant());
    return created
        .apply(job)
        .onSuccess(
            made -> {
              jobs.put(job.id(), job);
              if (order.idempotencyKey() != null) {
                idempotent.put(order.idempotencyKey(), job.id());
                orders.put(order.idempotencyKey(), order);
              }
              emit(job.id(), JobEvent.Type.JOB_CREATED, null, "Ordered");
            });
  }

  private static Job job(CreateJob order, String tenant) {
    Instant now = Instant.now();
    return Job.builder(UUID.randomUUID().toString(), tenant, order.brief())
        .at(now)
        .workflow("video-generation/1")
        .queuePosition(2)
        .build();
  }

  private static SceneCandidates candidates() {
    Candidate sea =
        new Candidate(
            "pexels",
            "1",
            "Sea",
            "",
            List.of("waves"),
            "Ada",
            null,
            "Pexels License",
            null,
            null,
            Candidate.Kind.VIDEO,
            9.0,
            List.of(),
            null,
            null);
    return new SceneCandidates(
        2, List.of(new RankedCandidate("pexels:1", 0.5, List.of("fits"), true, sea)));
  }

  private Future<Job> find(String id) {
    Job job = jobs.get(id);
    return job == null || !job.tenant().equals(CallContext.currentOrSystem().tenant())
        ? Future.failedFuture(ServiceFailure.notFound("There is no job " + id))
        : Future.succeededFuture(job);
  }

  private Future<JobList> list(ListJobs q) {
    command = q;
    String tenant = CallContext.currentOrSystem().tenant();
    List<Job> mine =
        jobs.values().stream()
            .filter(job -> job.tenant().equals(tenant))
            .filter(job -> q.state() == null || job.state() == q.state())
            .sorted(Comparator.comparing(Job::createdAt).reversed())
            .collect(Collectors.toList());
    if (q.after() != null) {
      List<String> ids = mine.stream().map(Job::id).toList();
      mine = mine.subList(ids.indexOf(q.after()) + 1, mine.size());
    }
    boolean more = mine.size() > q.limit();
    return Future.succeededFuture(
        new JobList(mine.subList(0, Math.min(q.limit(), mine.size())), more));
  }

  private Future<EventList> replay(ReplayEvents q) {
    replays.incrementAndGet();
    List<JobEvent> all = events.getOrDefault(q.jobId(), List.of());
    List<JobEvent> wanted;
    synchronized (all) {
      wanted = all.stream().filter(e -> e.sequence() > q.after()).toList();
    }
    return replayed.apply(new EventList(wanted));
  }

  /** The same job as one that was deleted; {@code null} for one that was not. */
  static Job deleted(Job job, Instant at) {
    return job.but().replayed(false).deletedAt(at).subject(null).batchId(null).build();
  }

  /** Brings a job to a state. */
  Job with(Job job, JobState state, double progress, Publication result, JobFailure failure) {
    return with(job, state, progress, result, failure, job.steps());
  }

  Job with(
      Job job,
      JobState state,
      double progress,
      Publication result,
      JobFailure failure,
      List<StepView> steps) {
    Job next =
        job.but()
            .state(state)
            .progress(progress)
            .queuePosition(0)
            .steps(steps)
            .result(result)
            .failure(failure)
            .updatedAt(Instant.now())
            .replayed(false)
            .build();
    jobs.put(job.id(), next);
    return next;
  }

  /** Stores an event and tells it live. */
  JobEvent emit(String jobId, JobEvent.Type type, String step, String message) {
    JobEvent event = store(jobId, type, step, message);
    OrchestrationMessages.JOB_EVENTS.publish(bus, event);
    return event;
  }

  /** Stores an event; the live message of it is lost. */
  JobEvent store(String jobId, JobEvent.Type type, String step, String message) {
    Job job = jobs.get(jobId);
    List<JobEvent> all = events.computeIfAbsent(jobId, id -> new ArrayList<>());
    synchronized (all) {
      JobEvent event =
          new JobEvent(
              jobId,
              job.tenant(),
              all.size() + 1L,
              Instant.now(),
              type,
              job.state(),
              step,
              null,
              job.progress(),
              message);
      all.add(event);
      return event;
    }
  }
}
