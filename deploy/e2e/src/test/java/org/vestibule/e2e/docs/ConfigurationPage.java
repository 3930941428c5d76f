package org.vestibule.e2e.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes the reference of all configuration keys from the sources of the mapping interfaces. */
final class ConfigurationPage {
  private final List<String> rows = new ArrayList<>();
  private final Map<String, ClassTree> groups = new HashMap<>();
  private DocTrees docs;
  private CompilationUnitTree unit;

  /** The table rows of one mapping interface, in the order of its members. */
  static List<String> rows(Path source) throws IOException {
    ConfigurationPage page = new ConfigurationPage();
    page.read(source);
    return page.rows;
  }

  private void read(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
      unit = task.parse().iterator().next();
      docs = DocTrees.instance(task);
      ClassTree root = (ClassTree) unit.getTypeDecls().get(0);
      collectGroups(root);
      members(root, "vestibule.");
    }
  }

  private void collectGroups(ClassTree type) {
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree group) {
        groups.put(group.getSimpleName().toString(), group);
        collectGroups(group);
      }
    }
  }

  private void members(ClassTree type, String prefix) {
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method) {
        member(method, prefix);
      }
    }
  }

  private void member(MethodTree method, String prefix) {
    String key =
        prefix
            + annotation(method, "WithName")
                .map(it -> it.replace("`", ""))
                .orElse(dashed(method.getName().toString()));
    String type = String.valueOf(method.getReturnType());
    ClassTree group = groups.get(type);
    if (group != null) {
      members(group, key + ".");
    } else if (type.startsWith("Map<")) {
      row(method, key + ".*", "none");
    } else {
      row(method, key, annotation(method, "WithDefault").orElse(optional(type)));
    }
  }

  private static String optional(String type) {
    return type.startsWith("Optional") ? "none" : "**required**";
  }

  private void row(MethodTree method, String key, String byDefault) {
    rows.add("| `" + key + "` | " + byDefault + " | " + sentence(method) + " |");
  }

  private String sentence(MethodTree method) {
    DocCommentTree comment = docs.getDocCommentTree(TreePath.getPath(unit, method));
    if (comment == null) {
      throw new AssertionError(
          unit.getSourceFile().getName() + ": " + method.getName() + " has no Javadoc");
    }
    String text =
        comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
    return text.replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .trim();
  }

  private static Optional<String> annotation(MethodTree method, String name) {
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      if (annotation.getAnnotationType().toString().equals(name)) {
        Tree value = annotation.getArguments().get(0);
        Tree literal = value instanceof AssignmentTree named ? named.getExpression() : value;
        return Optional.of("`" + ((LiteralTree) literal).getValue() + "`");
      }
    }
    return Optional.empty();
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
