package org.vestibule.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.hash.BareHash;
import org.vestibule.bench.load.LoadResult;

/**
 * How a load was answered and what it cost.
 *
 * @param idle what the programs spent in a second without load
 */
public record StackFigures(
    LoadResult load, ProcessorTimes spent, ProcessorTimes idle, BareHash hash) {
  // CPU ms of one native Argon2id hash (19456/2/1) on the quiet machine for which targets were set.
  private static final double HASH_OF_TARGET = 24;
  private static final Kind[] OWN = {Kind.GATEWAY, Kind.SERVICE};
  private static final Kind[] STACK = {Kind.SERVICE, Kind.DATABASE, Kind.GATEWAY, Kind.BROKER};

  private double overhead(Kind... kinds) {
    Spent sum = spent.of(kinds);
    return perRequest(sum.total() - sum.hash());
  }

  private double perRequest(long milliseconds) {
    return (double) milliseconds / load.answers();
  }

  /** Everything that is the same for all scenarios. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(hash.lines());
    lines.add(load.text());
    lines.addAll(costs().lines());
    return lines;
  }

  private TextTable costs() {
    TextTable table =
        new TextTable(
            "program", "CPU ms/request", "hash", "compiler", "collector", "idle CPU ms/s");
    spent.byPart().forEach((part, cost) -> addRow(table, part.name(), cost, idle.of(part)));
    addRow(table, "gateway and services", spent.of(OWN), idle.of(OWN));
    addRow(table, "all but the load", spent.of(STACK), idle.of(STACK));
    return table;
  }

  private void addRow(TextTable table, String name, Spent cost, Spent idleCost) {
    table.row(
        name,
        cell(cost.total()),
        cell(cost.hash()),
        cell(cost.compiler()),
        cell(cost.collector()),
        Long.toString(idleCost.total()));
  }

  private String cell(long milliseconds) {
    return format("%.3f", perRequest(milliseconds));
  }

  /** What a call costs beside its hash, and what the hash costs here and alone. */
  public List<String> besideHash(String call, double target) {
    Spent own = spent.of(OWN);
    return List.of(
        format(
            "%s costs the hash plus %.1f CPU ms in gateway and services (target %.0f), %.1f of them"
                + " the compiler's; with database and broker %.1f",
            call, overhead(OWN), target, perRequest(own.compiler()), overhead(STACK)),
        format(
            "at the speed of the machine for which the target was set (%.0f CPU ms for a hash alone,"
                + " here %.1f): the hash plus %.1f CPU ms",
            HASH_OF_TARGET,
            hash.onOne().cost(),
            overhead(OWN) * HASH_OF_TARGET / hash.onOne().cost()),
        format(
            "the hash takes %.1f CPU ms in the service, alone %.1f on %d processors and %.1f on one",
            perRequest(own.hash()), hash.onAll().cost(), hash.processors(), hash.onOne().cost()),
        format("%.0f %% of the bare hash rate", hashShare()));
  }

  /** Answers beside what all processors hash in the same time, in per cent. */
  public double hashShare() {
    return 100 * load.perSecond() / hash.onAll().perSecond();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
