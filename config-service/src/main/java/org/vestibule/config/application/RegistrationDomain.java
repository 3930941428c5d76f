package org.vestibule.config.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class RegistrationDomain {
  @Id String host;
  String applicationId;
  int position;

  static RegistrationDomain of(String host, String applicationId, int position) {
    RegistrationDomain domain = new RegistrationDomain();
    domain.host = host;
    domain.applicationId = applicationId;
    domain.position = position;
    return domain;
  }
}
