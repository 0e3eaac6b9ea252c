package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditVerdict;
import io.moneyprinter.codecs.batch.RowCounts;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.TemplateList;
import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SourceList;
import io.moneyprinter.codecs.notification.DeliveryAttempt;
import io.moneyprinter.codecs.notification.KindChannels;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.QuietHours;
import io.moneyprinter.codecs.notification.UnreadCount;
import io.moneyprinter.codecs.notification.Webhook;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.moneyprinter.codecs.notification.WebhookSecret;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.ProviderList;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ClassStorage;
import io.moneyprinter.codecs.storage.CleanupReport;
import io.moneyprinter.codecs.storage.HoldEvent;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.StorageCheck;
import io.moneyprinter.codecs.storage.TenantStorage;
import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.users.AccountExport;
import io.moneyprinter.codecs.users.ApiKeyInfo;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.codecs.users.Session;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Brand;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionPreset;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.OverlayBrief;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.SoundBrief;
import io.moneyprinter.codecs.video.SourceBrief;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.gateway.routes.VoiceView;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiTest {
  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.ofEntries(
          Map.entry("VideoBrief", VideoBrief.class),
          Map.entry("SceneBrief", SceneBrief.class),
          Map.entry("Canvas", Canvas.class),
          Map.entry("CaptionStyle", CaptionStyle.class),
          Map.entry("CaptionPreset", CaptionPreset.class),
          Map.entry("PreviewCaptions", PreviewCaptions.class),
          Map.entry("SourceBrief", SourceBrief.class),
          Map.entry("WritingBrief", WritingBrief.class),
          Map.entry("MusicBrief", MusicBrief.class),
          Map.entry("MusicPiece", MusicPiece.class),
          Map.entry("Provenance", Provenance.class),
          Map.entry("MaterialsBrief", MaterialsBrief.class),
          Map.entry("Fit", Fit.class),
          Map.entry("Grade", Grade.class),
          Map.entry("SubtitleTrack", SubtitleTrack.class),
          Map.entry("SoundBrief", SoundBrief.class),
          Map.entry("OverlayBrief", OverlayBrief.class),
          Map.entry("OverlayMove", OverlayBrief.Move.class),
          Map.entry("Brand", Brand.class),
          Map.entry("OutputBrief", OutputBrief.class),
          Map.entry("Timeline", Timeline.class),
          Map.entry("Clip", Clip.class),
          Map.entry("Motion", Motion.class),
          Map.entry("Overlay", Overlay.class),
          Map.entry("Keyframe", Keyframe.class),
          Map.entry("Caption", Caption.class),
          Map.entry("Word", Caption.Word.class),
          Map.entry("AudioMix", AudioMix.class),
          Map.entry("Cue", AudioMix.Cue.class),
          Map.entry("Sound", AudioMix.Sound.class),
          Map.entry("Blob", Blob.class),
          Map.entry("JobEvent", JobEvent.class),
          Map.entry("StorageCheck", StorageCheck.class),
          Map.entry("CleanupReport", CleanupReport.class),
          Map.entry("LegalHold", LegalHold.class),
          Map.entry("HoldEvent", HoldEvent.class),
          Map.entry("TenantStorage", TenantStorage.class),
          Map.entry("ClassStorage", ClassStorage.class),
          Map.entry("DeadLetter", DeadLetter.class),
          Map.entry("Threat", Threat.class),
          Map.entry("AuditEntry", AuditEntry.class),
          Map.entry("AuditVerdict", AuditVerdict.class),
          Map.entry("Step", StepView.class),
          Map.entry("Profile", Profile.class),
          Map.entry("Session", Session.class),
          Map.entry("AccountExport", AccountExport.class),
          Map.entry("ApiKeyInfo", ApiKeyInfo.class),
          Map.entry("Quota", Quota.class),
          Map.entry("Delivery", Delivery.class),
          Map.entry("NarrationBrief", NarrationBrief.class),
          Map.entry("Lexicon", Lexicon.class),
          Map.entry("RowCounts", RowCounts.class),
          Map.entry("Script", Script.class),
          Map.entry("ScriptScene", Scene.class),
          Map.entry("VideoMetadata", VideoMetadata.class),
          Map.entry("Post", VideoMetadata.Post.class),
          Map.entry("Notification", Notice.class),
          Map.entry("UnreadCount", UnreadCount.class),
          Map.entry("QuietHours", QuietHours.class),
          Map.entry("KindChannels", KindChannels.class),
          Map.entry("NotificationPreferences", NoticePreferences.class),
          Map.entry("Webhook", Webhook.class),
          Map.entry("WebhookSecret", WebhookSecret.class),
          Map.entry("WebhookDelivery", WebhookDelivery.class),
          Map.entry("DeliveryAttempt", DeliveryAttempt.class),
          Map.entry("TemplateUse", TemplateUse.class),
          Map.entry("TemplateEntry", TemplateList.Entry.class),
          Map.entry("Voice", VoiceView.class),
          Map.entry("MaterialSource", SourceList.Source.class),
          Map.entry("VoiceProvider", ProviderList.Provider.class));

  private static final List<String> METHODS =
      List.of("get", "put", "post", "patch", "delete", "options");

  /** Records that are written with their kind. */
  private static final Map<String, Class<? extends Record>> PICTURES =
      Map.of(
          "Named", Picture.Named.class,
          "Generated", Picture.Generated.class,
          "Footage", Picture.Footage.class,
          "Still", Picture.Still.class);

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private JsonObject document;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    document = gateway.get("/v1/openapi.json").bodyAsJsonObject();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
    Set<String> described = new TreeSet<>();
    document
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .fieldNames().stream()
                        .filter(key -> METHODS.contains(key))
                        .forEach(key -> described.add(key.toUpperCase() + " " + path.getKey())));
    Set<String> mounted =
        gateway.verticle.router().getRoutes().stream()
            .filter(route -> route.methods() != null)
            .flatMap(
                route ->
                    route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .map(
                            method ->
                                method
                                    + " "
                                    + route
                                        .getPath()
                                        .replaceAll(":(\\w+)", "{$1}")
                                        .replaceAll("(?<=.)/$", "/{path}")))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(mounted).isEqualTo(described);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references =
        Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"")
            .matcher(document.encode())
            .results()
            .map(m -> m.group(1))
            .distinct()
            .toList();

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              JsonObject at = document;
              for (String step : reference.split("/")) {
                at = at.getJsonObject(step);
                assertThat(at).as(reference).isNotNull();
              }
            });
  }

  @Test
  void theSchemasHaveTheFieldsOfTheRecords() {
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");

    RECORDS.forEach(
        (name, type) ->
            assertThat(schemas.getJsonObject(name).getJsonObject("properties").fieldNames())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
    PICTURES.forEach(
        (name, type) ->
            assertThat(schemas.getJsonObject(name).getJsonObject("properties").fieldNames())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(
                    Stream.concat(
                            Stream.of("kind"),
                            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                        .toList()));
  }

  @Test
  void everyTransitionIsNamed() {
    Set<TransitionStyle> all = EnumSet.allOf(TransitionStyle.class);

    assertThat(transitions("VideoBrief")).isEqualTo(names(all));
    assertThat(transitions("SceneBrief")).isEqualTo(names(all));
    all.removeAll(Set.of(TransitionStyle.CUT, TransitionStyle.SHUFFLE));
    assertThat(transitions("Clip")).isEqualTo(names(all));
  }

  private List<?> transitions(String schema) {
    return document
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject(schema)
        .getJsonObject("properties")
        .getJsonObject("transition")
        .getJsonArray("enum")
        .getList();
  }

  private static List<String> names(Set<TransitionStyle> styles) {
    return styles.stream()
        .map(style -> RecordJson.wire().convertValue(style, String.class))
        .toList();
  }

  @Test
  void theSchemaOfATimelineStandsByItself() {
    JsonObject schema = gateway.get("/v1/schemas/timeline.json").bodyAsJsonObject();

    assertThat(schema.getString("$schema"))
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.getString("$ref")).isEqualTo("#/$defs/Timeline");
    Set<String> parts = schema.getJsonObject("$defs").fieldNames();
    assertThat(parts).contains("Clip", "Footage", "Keyframe", "Word").doesNotContain("VideoBrief");
    assertThat(schema.encode()).doesNotContain("#/components");
    Pattern.compile("\"#/\\$defs/([^\"]+)\"")
        .matcher(schema.encode())
        .results()
        .forEach(reference -> assertThat(parts).contains(reference.group(1)));
    assertThat(gateway.get("/v1/schemas/brief.json").bodyAsJsonObject().getString("$ref"))
        .isEqualTo("#/$defs/VideoBrief");
  }

  @Test
  void theYamlIsTheSameDocument() {
    assertThat(gateway.get("/v1/openapi.yaml").getHeader("Content-Type"))
        .isEqualTo("application/yaml");
    assertThat(gateway.get("/v1/openapi.yaml").bodyAsString()).startsWith("openapi: 3.1.0");
    assertThat(document.getString("openapi")).isEqualTo("3.1.0");
  }
}
