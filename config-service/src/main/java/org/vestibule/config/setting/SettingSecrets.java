package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.rewrap.SealedColumn;

/** Writes values into rows and reads them, sealed where the setting holds a secret. */
@Singleton
class SettingSecrets {
  private static final String COLUMN = "sealed";

  private final Keyring keyring;
  private final IdSource ids;

  SettingSecrets(Keyring keyring, IdSource ids) {
    this.keyring = keyring;
    this.ids = ids;
  }

  /** The row with the value in it. */
  <T extends StoredSetting> T write(T row, JsonNode value) {
    if (row.rowId == null) {
      row.rowId = ids.uuid();
    }
    String json = Json.write(value);
    boolean isSecret = SettingCatalogue.isSecret(row.name());
    row.value = isSecret ? null : json;
    row.sealed = isSecret ? keyring.seal(row.table(), COLUMN, row.rowId.toString(), json) : null;
    return row;
  }

  JsonNode read(StoredSetting row) {
    return Json.parse(
        row.sealed == null
            ? row.value
            : keyring.open(row.table(), COLUMN, row.rowId.toString(), row.sealed));
  }

  @Produces
  @Singleton
  SealedColumn ofApplications() {
    return new SealedColumn(ApplicationSetting.TABLE, COLUMN);
  }

  @Produces
  @Singleton
  SealedColumn ofClients() {
    return new SealedColumn(ClientSetting.TABLE, COLUMN);
  }
}
