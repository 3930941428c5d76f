package org.vestibule.config.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Reads what administrators made public of the settings of clients. */
@Singleton
public class PublishedService {
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

  private final SessionTransactions transactions;
  private final PublishedRepository published;

  PublishedService(SessionTransactions transactions, PublishedRepository published) {
    this.transactions = transactions;
    this.published = published;
  }

  /** One publish of a client, the latest one when no version is named; or empty. */
  public Uni<Optional<ObjectNode>> find(
      String applicationId, String clientId, Optional<UUID> version) {
    if (!ID.matcher(applicationId).matches() || !ID.matcher(clientId).matches()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return transactions
        .read(tx -> row(tx, applicationId, clientId, version))
        .map(found -> found.map(it -> (ObjectNode) Json.parse(it.document)));
  }

  /** The public files of a client, or of all clients. */
  public Uni<List<String>> files(String applicationId, Optional<String> clientId) {
    return transactions
        .read(
            tx ->
                clientId
                    .map(it -> published.versions(tx, applicationId, it))
                    .orElseGet(() -> published.versions(tx, applicationId)))
        .map(versions -> PublishedFiles.of(applicationId, versions));
  }

  private Uni<Optional<PublishedSettings>> row(
      Tx tx, String applicationId, String clientId, Optional<UUID> version) {
    return version
        .map(it -> published.find(tx, applicationId, clientId, it))
        .orElseGet(() -> published.latest(tx, applicationId, clientId));
  }
}
