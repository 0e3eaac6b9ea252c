package io.moneyprinter.launcher.settings;

import io.moneyprinter.analytics.AnalyticsConfig;
import io.moneyprinter.config.ConfigConfig;
import io.moneyprinter.content.ContentConfig;
import io.moneyprinter.gateway.GatewayConfig;
import io.moneyprinter.materials.MaterialsConfig;
import io.moneyprinter.monitoring.MonitoringConfig;
import io.moneyprinter.notification.NotificationConfig;
import io.moneyprinter.orchestration.OrchestrationConfig;
import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.SpeechConfig;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.users.UsersConfig;
import io.moneyprinter.video.VideoConfig;
import java.util.List;
import java.util.Optional;

/** Everything a node is told when it starts; each service has a group of its own. */
public record NodeConfig(
    @Setting(
            doc = "Folder for all that the node keeps, below the installation unless absolute",
            value = "data")
        String data,
    @Setting(doc = "What operators call this node; absent: its host and port in the cluster")
        Optional<String> name,
    @Setting(doc = "Services that this node runs; empty for all") List<String> roles,
    DatabaseConfig database,
    RedisConfig redis,
    QueueConfig queue,
    ClusterConfig cluster,
    SecurityConfig security,
    WorkersConfig workers,
    LoggingConfig logging,
    GatewayConfig gateway,
    UsersConfig users,
    ContentConfig content,
    SpeechConfig speech,
    VideoConfig video,
    MaterialsConfig materials,
    StorageConfig storage,
    OrchestrationConfig orchestration,
    NotificationConfig notification,
    AnalyticsConfig analytics,
    MonitoringConfig monitoring,
    ConfigConfig config) {}
