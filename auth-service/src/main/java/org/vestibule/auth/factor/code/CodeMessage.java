package org.vestibule.auth.factor.code;

import org.vestibule.auth.factor.Destination;
import org.vestibule.auth.factor.FactorPerson;

/** What a person is told, and where. */
record CodeMessage(FactorPerson person, Destination to, CodeText text) {

  @Override
  public String toString() {
    return "CodeMessage[***]";
  }
}
