package io.moneyprinter.codecs.bus;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.export.ExportMessages;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.monitoring.MonitoringMessages;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.orchestration.ExplorerMessages;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.WorkflowMessages;
import io.moneyprinter.codecs.queue.QueueMessages;
import io.moneyprinter.codecs.schedule.ScheduleMessages;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.codecs.video.VideoMessages;
import io.vertx.core.eventbus.EventBus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The closed list of what may travel: every record with its versioned wire name, every call with
 * its address. No class name ever comes from the wire.
 */
public final class MessageCatalogue {
  private final Map<String, Class<? extends Record>> types;
  private final Map<String, Call<?, ?>> calls;

  private MessageCatalogue(
      Map<String, Class<? extends Record>> types, Map<String, Call<?, ?>> calls) {
    this.types = Map.copyOf(types);
    this.calls = Map.copyOf(calls);
  }

  /** The catalogue of all domains. */
  public static MessageCatalogue all() {
    Builder builder = new Builder();
    AnalyticsMessages.catalogue(builder);
    AuditMessages.catalogue(builder);
    BatchMessages.catalogue(builder);
    ConfigMessages.catalogue(builder);
    ContentMessages.catalogue(builder);
    ExportMessages.catalogue(builder);
    LibraryMessages.catalogue(builder);
    MaterialsMessages.catalogue(builder);
    MonitoringMessages.catalogue(builder);
    NotificationMessages.catalogue(builder);
    ExplorerMessages.catalogue(builder);
    OrchestrationMessages.catalogue(builder);
    QueueMessages.catalogue(builder);
    ScheduleMessages.catalogue(builder);
    SpeechMessages.catalogue(builder);
    StorageMessages.catalogue(builder);
    StoryboardMessages.catalogue(builder);
    ThreatMessages.catalogue(builder);
    UsersMessages.catalogue(builder);
    VideoMessages.catalogue(builder);
    WorkflowMessages.catalogue(builder);
    return builder.build();
  }

  /**
   * Teaches an event bus all records. Once per Vert.x, before the first verticle; twice is an
   * {@link IllegalStateException}.
   */
  public void registerOn(EventBus bus) {
    types.forEach((wireName, type) -> register(bus, wireName, type));
    bus.registerDefaultCodec(ServiceFailure.class, new FailureCodec());
  }

  private static <T extends Record> void register(EventBus bus, String wireName, Class<T> type) {
    bus.registerDefaultCodec(type, new RecordCodec<>(wireName, type));
  }

  /** All records by wire name. */
  public Map<String, Class<? extends Record>> types() {
    return types;
  }

  /** All calls by address. */
  public Map<String, Call<?, ?>> calls() {
    return calls;
  }

  /** The call at an address, if there is one. */
  public Optional<Call<?, ?>> call(String address) {
    return Optional.ofNullable(calls.get(address));
  }

  /** Collects what the domains have to say. A name or address given twice is refused. */
  public static final class Builder {
    private final Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    private final Map<String, Call<?, ?>> calls = new LinkedHashMap<>();

    /** A record that travels as a reply or an event. */
    public Builder add(String wireName, Class<? extends Record> type) {
      if (!wireName.matches("[a-z]+\\.[A-Za-z]+\\.v\\d+")) {
        throw new IllegalArgumentException("A wire name is domain.Name.vN, not " + wireName);
      }
      if (types.containsValue(type) || types.putIfAbsent(wireName, type) != null) {
        throw new IllegalArgumentException("Listed twice: " + wireName);
      }
      return this;
    }

    /** A call together with the wire name of its request. */
    public Builder add(Call<?, ?> call, String requestWireName) {
      return add(requestWireName, call.requestType()).share(call);
    }

    /** A call whose request has its wire name already, as several services answer the same. */
    public Builder share(Call<?, ?> call) {
      if (calls.putIfAbsent(call.address(), call) != null) {
        throw new IllegalArgumentException("Address given twice: " + call.address());
      }
      return this;
    }

    MessageCatalogue build() {
      calls
          .values()
          .forEach(
              call -> {
                if (!types.containsValue(call.requestType())) {
                  throw new IllegalStateException(
                      "The request of " + call.address() + " is not listed: " + call.requestType());
                }
                if (!types.containsValue(call.replyType())) {
                  throw new IllegalStateException(
                      "The reply of " + call.address() + " is not listed: " + call.replyType());
                }
              });
      return new MessageCatalogue(types, calls);
    }
  }
}
