package org.vestibule.config.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(ClientSettingId.class)
class ClientSetting {
  @Id String applicationId;
  @Id String clientId;
  @Id String name;
  String value;
}
