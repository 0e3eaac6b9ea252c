package io.moneyprinter.orchestration;

import io.moneyprinter.orchestration.batch.BatchConfig;
import io.moneyprinter.orchestration.fair.TenantLimits;
import io.moneyprinter.orchestration.ledger.CostsConfig;
import io.moneyprinter.orchestration.run.StragglerRule;
import io.moneyprinter.orchestration.schedule.ScheduleConfig;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** Settings of the orchestration service. */
public record OrchestrationConfig(
    @Setting(
            doc = "Name of the workflow that new jobs follow, unless they bring a timeline.",
            value = "video-generation")
        String workflow,
    @Setting(
            doc =
                "Folder of workflow files (*.yaml) that come before those shipped; absent for those"
                    + " alone.")
        Optional<String> workflows,
    @Setting(
            doc = "How long a node keeps a step without a sign of life, 1s or more.",
            value = "15s")
        Duration lease,
    @Setting(
            doc = "How often to look for steps whose node went away or whose time is over.",
            value = "2s")
        Duration sweep,
    @Setting(
            doc = "After what time a ticket that no node took is put into the queue again.",
            value = "10s")
        Duration ticketPause,
    @Setting(
            doc = "The least time between two events that tell of a job's progress.",
            value = "500ms")
        Duration progressPause,
    @Setting(
            doc = "How often to look for events not yet delivered, besides whenever one is made.",
            value = "1s")
        Duration relay,
    @Setting(
            doc = "How long a deleted video can be restored; its files go after that.",
            value = "30d")
        Duration deletedLife,
    TenantLimits tenant,
    StragglerRule stragglers,
    CostsConfig costs,
    BatchConfig batch,
    ScheduleConfig schedule) {}
