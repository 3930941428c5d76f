package org.vestibule.config.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(ClientSettingId.class)
class ClientSetting extends StoredSetting {
  static final String TABLE = "client_setting";

  @Id String applicationId;
  @Id String clientId;
  @Id String name;

  static ClientSetting of(SettingScope scope, String name) {
    ClientSetting setting = new ClientSetting();
    setting.applicationId = scope.applicationId();
    setting.clientId = scope.clientId();
    setting.name = name;
    return setting;
  }

  @Override
  String name() {
    return name;
  }

  @Override
  String table() {
    return TABLE;
  }
}
