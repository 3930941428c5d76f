package org.vestibule.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
final class StructureRules {
  private static final String SQL_CLIENT = "io.vertx.mutiny.sqlclient..";
  private static final String[] JDBC = {
    "java.sql..", "javax.sql..", "org.postgresql..", "io.agroal.."
  };
  private static final String[] SERVICES = {
    "org.vestibule.auth..",
    "org.vestibule.entity..",
    "org.vestibule.config..",
    "org.vestibule.hosted..",
    "org.vestibule.webhook.."
  };

  private StructureRules() {}

  static List<ArchRule> forServices(String root) {
    return List.of(
        noCycles(root),
        resourcesStayInTheirFeature(root),
        resourcesLeaveSqlAlone(),
        onlyRepositoriesTouchSql(),
        onlyRepositoriesTouchJdbc(),
        endpointsAreAsynchronous(),
        servicesDoNotKnowEachOther(root));
  }

  static List<ArchRule> forPlatform(String root) {
    return List.of(
        noCycles(root),
        sqlStaysInItsPackages(root),
        noClasses().should().dependOnClassesThat().resideInAnyPackage(SERVICES));
  }

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static ArchRule resourcesStayInTheirFeature(String root) {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should(new OwnServicesOnly(root))
        .as("resources call services of their own feature, or of those that it adapts");
  }

  private static ArchRule resourcesLeaveSqlAlone() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository");
  }

  private static ArchRule onlyRepositoriesTouchSql() {
    return noClasses()
        .that(not(holdsSql()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SQL_CLIENT)
        .as("only repositories and their rows touch " + SQL_CLIENT);
  }

  private static ArchRule onlyRepositoriesTouchJdbc() {
    return noClasses()
        .that(not(holdsSql()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JDBC)
        .as("only repositories touch JDBC, whose calls block");
  }

  private static DescribedPredicate<JavaClass> holdsSql() {
    return new DescribedPredicate<>("repositories and their rows") {
      @Override
      public boolean test(JavaClass type) {
        String outermost = type.getName().replaceAll("\\$.*", "");
        return outermost.endsWith("Repository") || outermost.endsWith("Row");
      }
    };
  }

  private static ArchRule sqlStaysInItsPackages(String root) {
    return noClasses()
        .that(not(resideInAnyPackage(root + ".sql..", root + ".outbox..", root + ".inbox..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SQL_CLIENT);
  }

  private static ArchRule endpointsAreAsynchronous() {
    return methods()
        .that(AnnotatedWithHttpMethod.INSTANCE)
        .should()
        .haveRawReturnType("io.smallrye.mutiny.Uni")
        .orShould()
        .haveRawReturnType("io.smallrye.mutiny.Multi")
        .as("every endpoint returns a Uni or a Multi");
  }

  private static ArchRule servicesDoNotKnowEachOther(String root) {
    DescribedPredicate<JavaClass> others =
        resideInAnyPackage(SERVICES).and(not(resideInAPackage(root + "..")));
    return noClasses()
        .should()
        .dependOnClassesThat(others)
        .as("no service depends on another service's packages");
  }
}
