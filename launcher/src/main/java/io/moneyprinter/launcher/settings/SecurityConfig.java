package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.secrets.SecretsConfig;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.users.audit.AuditConfig;

/** What guards the installation, beside what each service does itself. */
public record SecurityConfig(VaultConfig vault, SecretsConfig secrets, AuditConfig audit) {}
