package org.vestibule.config.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(ApplicationSettingId.class)
class ApplicationSetting {
  @Id String applicationId;
  @Id String name;
  String value;

  static ApplicationSetting of(String applicationId, String name, String json) {
    ApplicationSetting setting = new ApplicationSetting();
    setting.applicationId = applicationId;
    setting.name = name;
    setting.value = json;
    return setting;
  }
}
