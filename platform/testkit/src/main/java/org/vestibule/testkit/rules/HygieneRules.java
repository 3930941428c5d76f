package org.vestibule.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What no class does, wherever it stands. */
final class HygieneRules {
  // The sources of time, ids and randomness, which everybody else gets injected.
  private static final String[] SOURCES = {
    "org.vestibule.platform.id..",
    "org.vestibule.platform.crypto..",
    "org.vestibule.platform.time..",
    "org.vestibule.testkit.."
  };

  private static final String ADDRESSES = "org.vestibule.platform.net..";

  private static final String[] OUTBOUND = {
    "java.net.http..", "io.vertx.ext.web.client..", "io.vertx.mutiny.ext.web.client.."
  };

  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "io.vertx..",
    "io.smallrye..",
    "org.hibernate..",
    "jakarta.ws.rs..",
    "jakarta.enterprise..",
    "jakarta.persistence.."
  };

  private HygieneRules() {}

  static List<ArchRule> everywhere(String root) {
    return List.of(
        noHiddenTime(),
        noHiddenRandomness(),
        noLocalelessCase(),
        noFields().should().beAnnotatedWith("jakarta.inject.Inject"),
        noFields()
            .should()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"),
        noClasses().should().dependOnClassesThat().resideInAPackage("lombok.."),
        platformKnowsNoService(root));
  }

  static List<ArchRule> forRunningCode() {
    return List.of(
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
        noComparisonOfSecretsOfItsOwn(),
        noAwait());
  }

  static List<ArchRule> forServices(String root) {
    return List.of(
        noClasses().should().dependOnClassesThat().resideInAnyPackage(OUTBOUND),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.ws.rs.WebApplicationException"),
        recordsKnowNoFramework(root));
  }

  private static ArchRule noHiddenTime() {
    return noClasses()
        .that(not(resideInAnyPackage(SOURCES)))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule noHiddenRandomness() {
    return noClasses()
        .that(not(resideInAnyPackage(SOURCES)))
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callConstructor(SecureRandom.class)
        .orShould()
        .callMethod(Math.class, "random");
  }

  private static ArchRule noLocalelessCase() {
    return noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase");
  }

  private static ArchRule noComparisonOfSecretsOfItsOwn() {
    return noClasses()
        .that(not(resideInAnyPackage("org.vestibule.platform.crypto..", ADDRESSES)))
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .orShould()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .as("secrets are compared in constant time in one place, Digests");
  }

  private static ArchRule noAwait() {
    return noClasses()
        .that(not(isStartUp()))
        .should()
        .callMethod("io.smallrye.mutiny.Uni", "await")
        .as("only start-up classes wait for a Uni");
  }

  private static DescribedPredicate<JavaClass> isStartUp() {
    return new DescribedPredicate<>("start-up classes") {
      @Override
      public boolean test(JavaClass type) {
        return type.getSimpleName().endsWith("Startup")
            || type.isAnnotatedWith("io.quarkus.runtime.Startup");
      }
    };
  }

  private static ArchRule recordsKnowNoFramework(String root) {
    return noClasses()
        .that(isDomainRecord(root))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .as("records hold values and know no framework");
  }

  private static DescribedPredicate<JavaClass> isDomainRecord(String root) {
    return new DescribedPredicate<>("records that are no rows") {
      @Override
      public boolean test(JavaClass type) {
        boolean isRow = type.getName().contains("Repository") || type.getName().endsWith("Row");
        return type.isRecord() && type.getPackageName().startsWith(root) && !isRow;
      }
    };
  }

  private static ArchRule platformKnowsNoService(String root) {
    return noClasses()
        .that()
        .resideInAPackage("org.vestibule.platform..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.vestibule.auth..",
                "org.vestibule.entity..",
                "org.vestibule.config..",
                "org.vestibule.hosted..",
                "org.vestibule.webhook.."));
  }
}
