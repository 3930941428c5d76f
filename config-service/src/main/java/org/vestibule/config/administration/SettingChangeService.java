package org.vestibule.config.administration;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.setting.SettingCatalogue;
import org.vestibule.config.setting.SettingChange;
import org.vestibule.config.setting.SettingRules;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.setting.SettingService;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Changes the settings of applications and clients; changes of one scope queue up. */
@Singleton
public class SettingChangeService {
  private final SessionTransactions transactions;
  private final SettingService settings;
  private final ApplicationService applications;
  private final ClientService clients;
  private final SettingJournal journal;

  SettingChangeService(
      SessionTransactions transactions,
      SettingService settings,
      ApplicationService applications,
      ClientService clients,
      SettingJournal journal) {
    this.transactions = transactions;
    this.settings = settings;
    this.applications = applications;
    this.clients = clients;
    this.journal = journal;
  }

  /** What was and what is; a change that changes nothing tells nobody. */
  public Uni<SettingChange> change(Caller caller, SettingScope scope, SettingEdit edit) {
    return transactions.run(
        tx ->
            lock(tx, scope)
                .chain(() -> settings.change(tx, scope, edit.change()))
                .invoke(SettingChangeService::requireAllowed)
                .call(change -> tell(tx, caller, scope, edit, change)));
  }

  private Uni<Void> lock(Tx tx, SettingScope scope) {
    return scope.isClient()
        ? clients.lock(tx, scope.applicationId(), scope.clientId())
        : applications.lock(tx, scope.applicationId());
  }

  private static void requireAllowed(SettingChange change) {
    if (change.names().contains(SettingCatalogue.OIDC_CLIENT)) {
      throw ConfigError.OIDC_CLIENT_FIXED.problem().exception();
    }
    if (change.after().size() > SettingRules.MOST
        && change.after().size() > change.before().size()) {
      throw ConfigError.SETTINGS_FULL.problem().exception();
    }
  }

  private Uni<Void> tell(
      Tx tx, Caller caller, SettingScope scope, SettingEdit edit, SettingChange change) {
    return change.names().isEmpty()
        ? Uni.createFrom().voidItem()
        : nextRevision(tx, scope)
            .chain(
                before ->
                    journal.changed(tx, caller, scope, edit.operation(), change.names(), before));
  }

  private Uni<Long> nextRevision(Tx tx, SettingScope scope) {
    return scope.isClient()
        ? clients.nextSettingsRevision(tx, scope.applicationId(), scope.clientId())
        : applications.nextSettingsRevision(tx, scope.applicationId());
  }
}
