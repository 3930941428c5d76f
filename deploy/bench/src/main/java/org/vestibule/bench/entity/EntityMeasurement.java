package org.vestibule.bench.entity;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.entity.Meter.Bout;
import org.vestibule.bench.entity.Meter.Calls;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.figure.TextTable;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.bench.row.PlainRowProgram;
import org.vestibule.bench.stack.BenchTenant;
import org.vestibule.local.node.PostgresNode;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.testkit.postgres.PostgresAddress;

/** Fills the table and measures one kind of call after the other. */
final class EntityMeasurement {
  private static final int DIFFERENT = 5_000;
  private static final int ROUNDS = 2;
  private static final int CONDITIONS = 30;
  private static final Duration EACH = Duration.ofSeconds(10);
  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS Z").withZone(ZoneOffset.UTC);

  private final Workbench bench;
  private final LocalStack stack;
  private final Path folder;
  private final BenchTenant tenant;
  private final ProfileCalls calls;
  private final Meter meter;
  private final SplittableRandom random = new SplittableRandom(1);
  private final TextTable figures = Measured.table();
  private final List<Measured> all = new ArrayList<>();

  EntityMeasurement(Workbench bench, LocalStack stack, Path folder) {
    this.bench = bench;
    this.folder = folder;
    this.stack = stack;
    this.tenant = BenchTenant.create(stack);
    JsonObject owner = tenant.client("owner");
    this.calls = new ProfileCalls(owner.getString("client_id"), owner.getString("client_secret"));
    this.meter = new Meter(target(), List.of(service(), database()));
  }

  List<Measured> run() throws Exception {
    send(calls.createType(ProfileType.NAME), "\"stat\":\"ok\"");
    send(calls.createType(Imports.TYPE), "\"stat\":\"ok\"");
    send(calls.create("model", 0), "\"stat\":\"ok\"");
    try (Connection connection = connect()) {
      ProfileTable table = ProfileTable.of(connection, tenant.applicationId(), ProfileType.NAME);
      fill(table);
      warmUp();
      readOne(connection);
      searchByTime();
      page(table);
      count(table);
      create();
      ProfileTable imported = ProfileTable.of(connection, tenant.applicationId(), Imports.TYPE);
      new Imports(bench, stack, tenant.applicationId()).run(folder, records() / 4, imported);
    }
    new SchemaChanges(bench, target(), calls, this::readOrWrite).run();
    all.forEach(it -> it.addTo(figures));
    figures.lines().forEach(bench.output());
    return all;
  }

  private void fill(ProfileTable table) throws SQLException {
    bench.tell("filling a table with %,d profiles", records());
    long began = System.nanoTime();
    table.fill(records(), done -> tellTenths(done));
    bench.tell(
        "filled in %.0f s, %,d MiB with indexes",
        (System.nanoTime() - began) / 1e9, table.kilobytes() / 1_024);
  }

  private void tellTenths(long done) {
    if (done % Math.max(1, records() / 10) == 0) {
      bench.tell("  %,d", done);
    }
  }

  private void warmUp() throws Exception {
    bench.tell("warming up for %d s", bench.shape().warmUp().toSeconds());
    meter.measure(byUuid(), Duration.ofMillis(1), bench.shape().warmUp().dividedBy(2));
    meter.measure(byEmail(), Duration.ofMillis(1), bench.shape().warmUp().dividedBy(2));
  }

  private void readOne(Connection connection) throws Exception {
    PostgresAddress address = address();
    try (PlainRowProgram plain =
        PlainRowProgram.start(connection, address, PostgresNode.DATABASE)) {
      Meter bare =
          new Meter(
              new LoadTarget("127.0.0.1", plain.port()),
              List.of(new Part("plain", plain.pid(), Kind.SERVICE), database()));
      Calls rows =
          new Calls("plain handler, one row", plain.requests(DIFFERENT), plain.marks(), 16);
      List<Measured> found =
          Meter.inTurn(
              ROUNDS,
              EACH,
              new Bout(bare, rows),
              new Bout(meter, byUuid()),
              new Bout(meter, byEmail()));
      add(found);
      bench.tell(
          "entity by uuid: %.0f %% of the plain handler's rate (bar 25), %.3f CPU ms (bar 0.25);"
              + " find by a unique attribute: p99 %.2f x that of entity (bar 2)",
          100 * found.get(1).perSecond() / found.get(0).perSecond(),
          found.get(1).cost(),
          found.get(2).p99() / found.get(1).p99());
    }
  }

  private Calls byUuid() {
    List<LoadRequest> requests = some(number -> calls.byUuid(ProfileTable.uuid(number)));
    return new Calls("entity by uuid", requests, ProfileCalls.ok("@example.com"), 16);
  }

  private Calls byEmail() {
    List<LoadRequest> requests = some(number -> calls.byEmail(ProfileType.email("p", number)));
    return new Calls(
        "entity.find on a unique attribute", requests, ProfileCalls.ok("\"result_count\":1,"), 16);
  }

  private void searchByTime() throws Exception {
    long last = records();
    Calls few =
        new Calls(
            "entity.find created >= X, at most 1,000 fit, 100 results",
            requests(() -> calls.createdSince(time(last - 150 - random.nextLong(800)))),
            ProfileCalls.ok("\"result_count\":100"),
            2);
    Calls any =
        new Calls(
            "entity.find created >= any X, by created, 100 results",
            some(number -> calls.createdSince(time(number - 100))),
            ProfileCalls.ok("\"result_count\":100"),
            2);
    List<Measured> found = Meter.inTurn(ROUNDS, EACH, new Bout(meter, few), new Bout(meter, any));
    add(found);
    bench.tell("by time: p50 %.2f and %.2f ms (bar 20)", found.get(0).p50(), found.get(1).p50());
  }

  private void page(ProfileTable table) throws Exception {
    long end = table.largestId() - 1_000;
    List<String> marks = ProfileCalls.ok("\"result_count\":1000");
    Calls first = new Calls("first page of 1,000 by id", List.of(calls.pageAfter(0)), marks, 1);
    Calls last = new Calls("last page of 1,000 by id", List.of(calls.pageAfter(end)), marks, 1);
    List<Measured> found =
        Meter.inTurn(ROUNDS, EACH, new Bout(meter, first), new Bout(meter, last));
    add(found);
    bench.tell(
        "the last page costs %.2f x the first in time, %.2f x in CPU (bar 1.3)",
        found.get(1).p50() / found.get(0).p50(), found.get(1).cost() / found.get(0).cost());
  }

  private void count(ProfileTable table) throws Exception {
    List<LoadRequest> requests =
        requests(
            () ->
                calls.count(
                    "city = '" + ProfileType.city(aNumber() / 2 + ProfileType.PER_CITY) + "'", 10));
    Calls equality =
        new Calls(
            "entity.count of an indexed equality, 500 fit",
            requests,
            ProfileCalls.ok("\"total_count\":" + ProfileType.PER_CITY),
            2);
    List<Measured> found = Meter.inTurn(ROUNDS, EACH, new Bout(meter, equality));
    add(found);
    bench.tell("count by an index: p50 %.2f ms (bar 10)", found.get(0).p50());
    countWithoutIndex(table);
  }

  /** Nobody fits, so that each condition is looked at for each profile. */
  private static String slowFilter() {
    return IntStream.range(0, CONDITIONS)
        .mapToObj(number -> "familyName = 'x" + number + "'")
        .collect(Collectors.joining(" or "));
  }

  private void countWithoutIndex(ProfileTable table) throws Exception {
    long began = System.nanoTime();
    LoadAnswer answer = LoadClient.answer(target(), calls.count(slowFilter(), 1));
    double seconds = (System.nanoTime() - began) / 1e9;
    Thread.sleep(300);
    bench.tell(
        "count without an index and timeout=1: after %.2f s %s; statements still running: %d",
        seconds, answer.body().contains("504") ? "code 504" : answer.text(), table.running());
  }

  private void create() throws Exception {
    Creations creations = new Creations(meter, calls);
    Duration measured = bench.shape().measured();
    Measured smart = creations.measure("smart", SETTLING.multipliedBy(5), measured);
    Measured each = creations.measure("true", SETTLING, measured.dividedBy(2));
    add(List.of(smart, each));
    bench.tell(
        "bulkCreate: %.0f records/s with smart (bar 5,000), %.0f with true",
        smart.perSecond(), each.perSecond());
    // A refused record is an answer like any other: only what is there counts.
    Thread.sleep(SETTLING.toMillis());
    LoadAnswer stored =
        LoadClient.answer(target(), calls.count("email >= 'b' and email < 'c'", 60));
    bench.tell(
        "records of calls that were answered or under way: %,d; stored: %s",
        creations.asked(), stored.text());
  }

  private LoadRequest readOrWrite() {
    UUID uuid = ProfileTable.uuid(aNumber());
    return random.nextBoolean()
        ? calls.byUuid(uuid)
        : calls.update(uuid, "aboutMe", "\"Changed meanwhile\"");
  }

  private void add(List<Measured> found) {
    all.addAll(found);
    found.forEach(it -> bench.tell("  %s", it.line()));
  }

  private List<LoadRequest> some(LongFunction<LoadRequest> request) {
    return requests(() -> request.apply(aNumber()));
  }

  private List<LoadRequest> requests(Supplier<LoadRequest> request) {
    List<LoadRequest> requests = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      requests.add(request.get());
    }
    return requests;
  }

  /** A profile that is neither one of the first nor one of the last few. */
  private long aNumber() {
    return 200 + random.nextLong(records() - 400);
  }

  private static String time(long number) {
    return TIME.format(FIRST.plusSeconds(number));
  }

  private long records() {
    return bench.shape().users();
  }

  private void send(LoadRequest request, String mark) {
    LoadAnswer answer = LoadClient.answer(target(), request);
    if (!answer.isRight(List.of(mark))) {
      throw new IllegalStateException(request.path() + " was answered " + answer.text());
    }
  }

  private LoadTarget target() {
    URI address = URI.create(stack.urls(Service.ENTITY.fullName()).get(0));
    return new LoadTarget(BenchTenant.DOMAIN, address.getPort());
  }

  private Part service() {
    return new Part(
        Service.ENTITY.fullName(), stack.pids(Service.ENTITY.fullName()).get(0), Kind.SERVICE);
  }

  private Part database() {
    return new Part(PostgresNode.NAME, stack.pids(PostgresNode.NAME).get(0), Kind.DATABASE);
  }

  private PostgresAddress address() {
    URI url = URI.create(stack.demo().getString("postgres_url"));
    return new PostgresAddress(url.getPort(), stack.secrets().databasePassword("postgres"));
  }

  private Connection connect() throws SQLException {
    return address().connect(PostgresNode.DATABASE);
  }
}
