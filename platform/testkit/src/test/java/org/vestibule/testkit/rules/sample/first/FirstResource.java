package org.vestibule.testkit.rules.sample.first;

import org.vestibule.testkit.rules.sample.second.SecondService;

class FirstResource {
  String call(SecondService service) {
    return service.name("X").toLowerCase();
  }
}
