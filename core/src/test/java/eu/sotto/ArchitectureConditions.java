package eu.sotto;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Conditions that ArchUnit does not bring. */
final class ArchitectureConditions {
  private static final Set<String> READABLE_COLLECTIONS =
      Set.of(
          Collection.class.getName(),
          List.class.getName(),
          Set.class.getName(),
          Map.class.getName());
  private static final List<Class<?>> MUTABLE =
      List.of(
          Collection.class,
          Map.class,
          ConcurrentMap.class,
          Lock.class,
          ThreadLocal.class,
          StringBuilder.class,
          java.util.Random.class,
          java.util.BitSet.class,
          java.util.Date.class);

  private ArchitectureConditions() {}

  static ArchCondition<JavaField> holdNothingMutable() {
    return condition(
        "be final and hold nothing mutable",
        (field, violation) -> {
          boolean made = field.getModifiers().contains(JavaModifier.SYNTHETIC);
          if (!made && (!field.getModifiers().contains(JavaModifier.FINAL) || isMutable(field))) {
            violation.accept(field.getDescription() + " can change");
          }
        });
  }

  private static boolean isMutable(JavaField field) {
    JavaClass type = field.getRawType();
    if (type.isArray()) {
      return !field.getModifiers().contains(JavaModifier.PRIVATE);
    }
    return type.getPackageName().startsWith("java.util.concurrent.atomic")
        || (!READABLE_COLLECTIONS.contains(type.getName())
            && MUTABLE.stream().anyMatch(type::isAssignableTo));
  }

  static ArchCondition<JavaClass> exposeOnlyOwnAndPlatformTypes() {
    return condition(
        "name only types of Sotto and of the platform in public and protected signatures",
        (type, violation) -> {
          if (isHidden(type)) {
            return;
          }
          Stream<JavaType> parents =
              Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
          parents
              .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
              .filter(ArchitectureConditions::isForeign)
              .forEach(foreign -> violation.accept(type.getName() + " extends " + foreign));
          type.getMembers().stream()
              .filter(ArchitectureConditions::isVisible)
              .forEach(
                  member ->
                      signature(member)
                          .filter(ArchitectureConditions::isForeign)
                          .forEach(f -> violation.accept(member.getFullName() + " names " + f)));
        });
  }

  private static boolean isHidden(JavaClass type) {
    return type.getEnclosingClass()
        .map(
            outer ->
                !outer.getModifiers().contains(JavaModifier.PUBLIC)
                    || !type.getModifiers().contains(JavaModifier.PUBLIC)
                    || isHidden(outer))
        .orElse(false);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getType().getAllInvolvedRawTypes().stream();
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    Stream<JavaType> named =
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    return Stream.concat(
        named.flatMap(t -> t.getAllInvolvedRawTypes().stream()), unit.getExceptionTypes().stream());
  }

  private static boolean isForeign(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    String name = base.getPackageName();
    return !base.isPrimitive()
        && !name.startsWith("java.")
        && !name.startsWith("javax.")
        && !name.equals("eu.sotto")
        && !name.startsWith("eu.sotto.");
  }

  static ArchCondition<JavaMethod> takeAtMost(int parameters) {
    return condition(
        "take at most " + parameters + " parameters",
        (method, violation) -> {
          boolean made = method.getModifiers().contains(JavaModifier.SYNTHETIC);
          if (!made && method.getRawParameterTypes().size() > parameters) {
            violation.accept(method.getDescription() + " takes more");
          }
        });
  }

  private static <T> ArchCondition<T> condition(
      String description, BiConsumer<T, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(item, text -> events.add(SimpleConditionEvent.violated(item, text)));
      }
    };
  }
}
