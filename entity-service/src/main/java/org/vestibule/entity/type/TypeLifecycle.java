package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Lists, makes and removes entity types. */
@Singleton
public class TypeLifecycle {
  private static final int MOST_TYPES = 100;

  private final SqlTransactions transactions;
  private final TypeRepository types;
  private final SchemaChanges announcements;
  private final TypeCatalogue catalogue;

  /** Takes the catalogue and the way to tell of changes. */
  public TypeLifecycle(
      SqlTransactions transactions,
      TypeRepository types,
      SchemaChanges announcements,
      TypeCatalogue catalogue) {
    this.transactions = transactions;
    this.types = types;
    this.announcements = announcements;
    this.catalogue = catalogue;
  }

  /** The names of an application's types. */
  public Uni<List<String>> names(String applicationId) {
    return transactions.read(tx -> types.names(tx, applicationId));
  }

  /** Makes a type without records; 232 when there is one of this name. */
  public Uni<EntityType> create(
      String applicationId, String name, Schema schema, CallContext call) {
    long heard = catalogue.heard();
    return transactions
        .run(tx -> create(tx, applicationId, name, schema, call))
        .chain(() -> catalogue.spread(heard))
        .chain(() -> catalogue.require(applicationId, name));
  }

  private Uni<Void> create(
      Tx tx, String applicationId, String name, Schema schema, CallContext call) {
    return lockedCustomer(tx, applicationId)
        .call(() -> types.names(tx, applicationId).invoke(names -> requireRoom(names, name)))
        .call(() -> types.insertType(tx, applicationId, name, schema))
        .chain(customer -> announcements.announce(tx, customer, applicationId, name, call));
  }

  private static void requireRoom(List<String> names, String name) {
    if (names.contains(name)) {
      throw Violations.entityTypeExists(name);
    }
    if (names.size() >= MOST_TYPES) {
      throw Violations.invalidArgument("type_name", "an application has at most 100 types");
    }
  }

  private Uni<UUID> lockedCustomer(Tx tx, String applicationId) {
    return types
        .lockApplication(tx, applicationId)
        .map(
            found ->
                found.orElseThrow(
                    () -> CaptureProblem.unknownApplication(applicationId).exception()));
  }

  /** Removes a type with its records, rules and access schemas. */
  public Uni<Void> delete(EntityType type, CallContext call) {
    String application = type.applicationId();
    long heard = catalogue.heard();
    return transactions
        .run(
            tx ->
                types
                    .deleteType(tx, application, type)
                    .chain(() -> announcements.announce(tx, type, call)))
        .invoke(() -> catalogue.changed(type))
        .chain(() -> catalogue.spread(heard));
  }
}
