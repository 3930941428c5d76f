package org.vestibule.testkit.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.List;

/** Walks one parsed file and measures each method that has a body. */
final class MethodMeter extends TreeScanner<Void, List<MeasuredMethod>> {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private boolean isInRecord;

  MethodMeter(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  @Override
  public Void visitClass(ClassTree type, List<MeasuredMethod> methods) {
    boolean outer = isInRecord;
    isInRecord = type.getKind() == Tree.Kind.RECORD;
    super.visitClass(type, methods);
    isInRecord = outer;
    return null;
  }

  @Override
  public Void visitMethod(MethodTree method, List<MeasuredMethod> methods) {
    boolean isWritten = positions.getStartPosition(unit, method) >= 0;
    if (method.getBody() != null && isWritten) {
      methods.add(measure(method));
    }
    return super.visitMethod(method, methods);
  }

  private MeasuredMethod measure(MethodTree method) {
    LineMap map = unit.getLineMap();
    long first = map.getLineNumber(signatureStart(method));
    long last = map.getLineNumber(positions.getEndPosition(unit, method));
    String name = method.getName().toString();
    // A record's constructor mirrors its components, which the budget does not limit.
    boolean isConstructor = name.equals("<init>") && !isInRecord;
    return new MeasuredMethod(
        name,
        (int) (last - first + 1),
        method.getParameters().size(),
        isConstructor,
        isTest(method));
  }

  private long signatureStart(MethodTree method) {
    long start = positions.getStartPosition(unit, method);
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      start = Math.max(start, positions.getEndPosition(unit, annotation) + 1);
    }
    return start;
  }

  private static boolean isTest(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(annotation -> annotation.getAnnotationType().toString())
        .anyMatch(name -> name.endsWith("Test") || name.endsWith("Property"));
  }
}
