package io.retrace;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.retrace.shared.ForModules;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.security.access.prepost.PreAuthorize;

final class ArchitecturePredicates {

    private ArchitecturePredicates() {}

    /** Only methods that say so themselves: an interface for modules may still name types the ui reads. */
    static DescribedPredicate<CanBeAnnotated> forModulesOnly() {
        return describe("a method marked @ForModules", target -> target.isAnnotatedWith(ForModules.class));
    }

    static ArchCondition<JavaField> stayInTheirModule() {
        return condition(
                "point inside their module", field -> module(field.getOwner()).equals(module(field.getRawType())));
    }

    static ArchCondition<JavaMethod> beGuarded() {
        return condition(
                "carry @PreAuthorize or @ForModules, themselves or on their class or interface",
                method -> guarded(method)
                        || guarded(method.getOwner())
                        || method.getOwner().getAllRawInterfaces().stream()
                                .anyMatch(type -> type.isAnnotatedWith(ForModules.class)
                                        && type.tryGetMethod(
                                                        method.getName(),
                                                        method.getRawParameterTypes().stream()
                                                                .map(JavaClass::getName)
                                                                .toArray(String[]::new))
                                                .isPresent()));
    }

    static ArchCondition<JavaField> haveAnEntityType() {
        return condition("have an entity type", field -> field.getRawType().isAnnotatedWith(Entity.class));
    }

    static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
        return describe(
                "reads the system clock",
                call -> call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static boolean guarded(CanBeAnnotated target) {
        return target.isAnnotatedWith(PreAuthorize.class) || target.isAnnotatedWith(ForModules.class);
    }

    private static String module(JavaClass type) {
        var parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    private static <T extends JavaMember> ArchCondition<T> condition(String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T member, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        member, holds.test(member), member.getFullName() + " should " + description));
            }
        };
    }
}
