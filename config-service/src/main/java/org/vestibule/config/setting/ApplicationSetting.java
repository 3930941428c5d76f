package org.vestibule.config.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(ApplicationSettingId.class)
class ApplicationSetting extends StoredSetting {
  static final String TABLE = "application_setting";

  @Id String applicationId;
  @Id String name;

  static ApplicationSetting of(SettingScope scope, String name) {
    ApplicationSetting setting = new ApplicationSetting();
    setting.applicationId = scope.applicationId();
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
