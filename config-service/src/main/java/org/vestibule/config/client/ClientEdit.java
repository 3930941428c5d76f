package org.vestibule.config.client;

import java.util.function.UnaryOperator;

/** A change of a client, named as audit records call it. */
public record ClientEdit(String operation, NameRule names, UnaryOperator<ClientDraft> change) {
  ClientDraft apply(ClientDraft before) {
    return change.apply(before);
  }
}
