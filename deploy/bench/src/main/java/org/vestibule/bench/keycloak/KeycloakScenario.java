package org.vestibule.bench.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.bench.stack.BenchTenant;
import org.vestibule.bench.stack.LoginScenario;
import org.vestibule.bench.stack.Person;
import org.vestibule.bench.stack.ProductionStack;
import org.vestibule.bench.stack.RegisterScenario;
import org.vestibule.bench.stack.Registrations;
import org.vestibule.bench.stack.StackParts;
import org.vestibule.bench.stack.TokenScenario;
import org.vestibule.bench.stack.Workload;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;

/**
 * Tokens, sign-ins and registrations beside Keycloak's: same machine, same PostgreSQL, same cost of
 * a hash.
 */
public final class KeycloakScenario implements Scenario {
  private static final Map<String, String> ITS_HASH =
      Map.of(
          "vestibule.entity.argon2.memory", "7168",
          "vestibule.entity.argon2.iterations", "5",
          "vestibule.entity.argon2.parallelism", "1");
  private static final List<String> TOKEN =
      List.of("\"access_token\":\"", "\"token_type\":\"Bearer\"");
  private static final List<String> TOKENS =
      Stream.concat(TOKEN.stream(), Stream.of("\"refresh_token\":\"")).toList();
  private static final Pattern ENGINE = Pattern.compile("cryptography: Argon2id ([\\w ]+),");

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public String purpose() {
    return "tokens, sign-ins and registrations beside Keycloak's, same hash, same PostgreSQL";
  }

  @Override
  public LoadShape shape() {
    return new LoadShape(8, 1_000, Duration.ofSeconds(120), Duration.ofSeconds(30));
  }

  @Override
  public void run(Workbench bench) throws Exception {
    ProductionStack.use(
        bench,
        options -> options.withSettings(Service.ENTITY, ITS_HASH),
        (stack, data) -> {
          try (Children children = new Children()) {
            compare(bench, stack, data, children);
          }
          return null;
        });
  }

  private static void compare(Workbench bench, LocalStack stack, Path data, Children children)
      throws Exception {
    int users = bench.shape().users();
    bench.tell("unpacking, building and starting Keycloak %s", KeycloakDistribution.VERSION);
    KeycloakDistribution distribution =
        KeycloakDistribution.unpack(children, data.resolve("keycloak"));
    KeycloakDatabase database = KeycloakDatabase.create(stack);
    KeycloakServer server = KeycloakServer.start(children, distribution, database);
    bench.tell("registering %d users with both", users);
    KeycloakRealm realm = new KeycloakRealm(server);
    realm.create(users);
    BenchTenant tenant = BenchTenant.create(stack);
    Contestant ours = ours(stack, tenant, users);
    new StoredHashes(database.server())
        .requireEqual(tenant.applicationId(), tenant.created().getString("entityType"));
    tell(bench, data, distribution);
    Contestant theirs = theirs(stack, server, realm, users);
    List<Long> pids = Stream.of(ours, theirs).flatMap(each -> each.pids().stream()).toList();
    try (Standstill standstill = new Standstill(pids)) {
      new Comparison(bench, List.of(ours, theirs), standstill).run();
    }
  }

  private static void tell(Workbench bench, Path data, KeycloakDistribution distribution)
      throws Exception {
    String log = Files.readString(data.resolve("logs").resolve("entity-service.log"));
    Matcher engine = ENGINE.matcher(log);
    String ours = engine.find() ? engine.group(1) : "unknown";
    bench.tell("JDK %s; all stored passwords of both: %s", Runtime.version(), StoredHashes.WANTED);
    bench.tell("  Vestibule hashes with argon2-jvm, %s", ours);
    bench.tell("  Keycloak hashes with %s", distribution.hashLibrary());
    bench.tell(
        "  Vestibule runs with %s for each service and the broker, Keycloak with its own flags and"
            + " %s, without a cluster",
        String.join(" ", MachineFlags.PRODUCTION.commandLine(0)), KeycloakServer.HEAP);
    bench.tell(
        "  %d connections, %d s of warm-up of each for each call, %d s measured in each turn; the"
            + " programs of the other stand still meanwhile",
        bench.shape().connections(),
        bench.shape().warmUp().toSeconds(),
        bench.shape().measured().toSeconds());
  }

  private static Contestant ours(LocalStack stack, BenchTenant tenant, int users) {
    LoadTarget target = new LoadTarget(BenchTenant.DOMAIN, stack.port());
    List<Person> people = new Registrations(tenant).register(target, users);
    Map<Task, Calls> calls =
        Map.of(
            Task.TOKEN,
            calls(
                "/access/getAccessToken, a stored opaque token for a record, nothing signed",
                TokenScenario.ACCESS_TOKEN,
                tenant,
                people),
            Task.SIGN_IN,
            calls(
                "/oauth/auth_native_traditional, counters, the sign-in noted in the profile, a"
                    + " stored opaque token, an event, the whole profile in the answer",
                LoginScenario.SIGN_IN,
                tenant,
                people),
            Task.REGISTRATION,
            calls(
                "/oauth/register_native_traditional, counters, a stored opaque token, a mail to"
                    + " verify the address, two events, the whole profile in the answer",
                RegisterScenario.REGISTRATION,
                tenant,
                people));
    return new Contestant("Vestibule", target, StackParts.of(stack), calls);
  }

  private static Calls calls(
      String work, Workload workload, BenchTenant tenant, List<Person> people) {
    return new Calls(work, workload.requests(tenant, people), workload.marks());
  }

  private static Contestant theirs(
      LocalStack stack, KeycloakServer server, KeycloakRealm realm, int users) throws IOException {
    LoadTarget target = new LoadTarget("127.0.0.1", server.port());
    List<Part> parts =
        List.of(new Part("keycloak", server.pid(), Kind.SERVICE), StackParts.database(stack));
    Map<Task, Calls> calls =
        Map.of(
            Task.TOKEN,
            new Calls(
                "client_credentials, a signed token (RS256) that is stored nowhere",
                List.of(realm.clientToken()),
                TOKEN),
            Task.SIGN_IN,
            new Calls(
                "the direct grant, a stored session, a signed access token (RS256) and a refresh"
                    + " token, no profile; no count of failures, no events (its defaults)",
                realm.signIns(users),
                TOKENS),
            Task.REGISTRATION,
            new Calls(
                "the administrative API, no token, no mail, no events (its defaults)",
                List.of(realm.registration()),
                List.of()));
    return new Contestant("Keycloak", target, parts, calls);
  }
}
