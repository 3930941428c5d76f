package org.vestibule.testkit.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parses the sources of a folder and measures them. */
final class SourceMeter {
  private SourceMeter() {}

  static List<MeasuredFile> measure(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return parse(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<MeasuredFile> parse(List<Path> files) throws IOException {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<MeasuredFile> measured = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        measured.add(measure(unit, positions));
      }
      return measured;
    }
  }

  private static MeasuredFile measure(CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    int lines = (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
    List<MeasuredMethod> methods = new ArrayList<>();
    new MethodMeter(unit, positions).scan(unit, methods);
    return new MeasuredFile(Path.of(unit.getSourceFile().toUri()).toString(), lines, methods);
  }
}
