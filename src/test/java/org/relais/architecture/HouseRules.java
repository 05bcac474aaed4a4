package org.relais.architecture;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.EmergencyAccess;
import org.relais.access.Grant;
import org.relais.access.Notices;
import org.relais.access.Scope;
import org.relais.audit.AccessLog;
import org.relais.audit.AccessReading;
import org.relais.audit.AccessStreams;
import org.relais.audit.LogReading;
import org.relais.shared.PersonId;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** The house rules as ArchUnit rules, so that the portal and the canaries are checked by the same words. */
final class HouseRules {

    /** The doors themselves: they make the passes, write the log, and read it for the room that checked its scope. */
    // An emergency access is a decision of its own, logged like a grant; a notice tells its reader an id and no name
    private static final Set<String> DOORS = Set.of(
            AccessService.class.getName(),
            AccessLog.class.getName(),
            AccessReading.class.getName(),
            AccessStreams.class.getName(),
            LogReading.class.getName(),
            EmergencyAccess.class.getName(),
            Notices.class.getName());

    static final ArchRule ENTITIES_AND_REPOSITORIES_ARE_NOT_PUBLIC = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .bePublic()
            .because("only services and records leave a room");

    static final ArchRule VAADIN_ONLY_WHERE_SCREENS_ARE_DRAWN = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..uikit..", "..shell..", "org.relais.*.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..");

    static final ArchRule SCREENS_DO_NOT_REACH_THE_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..uikit..", "..shell..", "org.relais.*.page..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "reach the database",
                    (JavaClass type) -> type.isAssignableTo(Repository.class)
                            || type.isAssignableTo(JdbcClient.class)
                            || type.getPackageName().startsWith("jakarta.persistence")
                            || type.getPackageName().startsWith("java.sql")
                            || type.getPackageName().startsWith("javax.sql")));

    static final ArchRule SERVICES_ASK_FOR_A_PASS = classes()
            .that(DescribedPredicate.describe(
                    "are public services or components",
                    (JavaClass type) -> type.getModifiers().contains(JavaModifier.PUBLIC)
                            && (type.isAnnotatedWith(Service.class) || type.isAnnotatedWith(Component.class))
                            && !DOORS.contains(type.getName())))
            .should(takeAPass());

    static final ArchRule VIEWS_SAY_WHO_MAY_OPEN_THEM = classes()
            .that(DescribedPredicate.describe(
                    "are routes, layouts or error views",
                    (JavaClass type) -> !type.isInterface()
                            && (type.isAnnotatedWith(Route.class)
                                    || type.isAnnotatedWith(Layout.class)
                                    || type.isAssignableTo(HasErrorParameter.class))))
            .should(carryOneAccessAnnotation());

    static final ArchRule NO_COMMERCIAL_COMPONENTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.vaadin.flow.component.charts..",
                    "com.vaadin.flow.component.dashboard..",
                    "com.vaadin.flow.component.board..",
                    "com.vaadin.flow.component.crud..",
                    "com.vaadin.flow.component.gridpro..",
                    "com.vaadin.flow.component.map..",
                    "com.vaadin.flow.component.richtexteditor..",
                    "com.vaadin.flow.component.spreadsheet..",
                    "com.vaadin.testbench..",
                    "com.vaadin.collaborationengine..");

    static final ArchRule NOTHING_STARTS_A_BUNDLE = classes().should(loadScriptsWithoutABundle());

    static final ArchRule NO_CLOCK_BUT_THE_INJECTED_ONE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.relais.Portal")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "reads the machine's clock",
                    call -> call.getTarget().getOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getName().equals("now")
                                    && !takesAClock(call.getTarget())
                            || call.getTarget().getFullName().startsWith("java.lang.System.currentTimeMillis")));

    static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");

    private HouseRules() {}

    private static boolean takesAClock(AccessTarget.MethodCallTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }

    private static ArchCondition<JavaClass> takeAPass() {
        return new ArchCondition<>("take a Grant or Scope first, or carry @PreAuthorize where no person is reachable") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !takesPass(method))
                        .filter(method -> reachesPerson(method)
                                || (type.isAnnotatedWith(Service.class) && !hasRole(type, method)))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " takes neither a Grant nor a Scope")));
            }
        };
    }

    private static boolean takesPass(JavaMethod method) {
        var parameters = method.getRawParameterTypes();
        return !parameters.isEmpty()
                && (parameters.getFirst().isEquivalentTo(Grant.class)
                        || parameters.getFirst().isEquivalentTo(Scope.class)
                        || parameters.getFirst().isEquivalentTo(Authority.class));
    }

    private static boolean hasRole(JavaClass type, JavaMethod method) {
        return method.isAnnotatedWith(PreAuthorize.class) || type.isAnnotatedWith(PreAuthorize.class);
    }

    private static boolean reachesPerson(JavaMethod method) {
        return java.util.stream.Stream.concat(
                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                        method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                .anyMatch(type -> holdsPerson(type, 3));
    }

    private static boolean holdsPerson(JavaClass type, int depth) {
        if (type.isEquivalentTo(PersonId.class)) {
            return true;
        }
        return depth > 0
                && type.getPackageName().startsWith("org.relais")
                && type.isAssignableTo(Record.class)
                && type.getFields().stream()
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                        .anyMatch(field -> holdsPerson(field, depth - 1));
    }

    private static ArchCondition<JavaClass> carryOneAccessAnnotation() {
        return new ArchCondition<>("carry exactly one access annotation") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var count = List.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class).stream()
                        .filter(type::isAnnotatedWith)
                        .count();
                events.add(new SimpleConditionEvent(
                        type, count == 1, type.getName() + " carries " + count + " access annotations"));
            }
        };
    }

    private static ArchCondition<JavaClass> loadScriptsWithoutABundle() {
        return new ArchCondition<>("load scripts from context:// and import nothing that is bundled") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var bundled = type.isAnnotatedWith(CssImport.class) || type.isAnnotatedWith(NpmPackage.class);
                var outside = type.getAnnotations().stream()
                        .filter(annotation -> annotation.getRawType().isEquivalentTo(JsModule.class)
                                || annotation.getRawType().isEquivalentTo(JavaScript.class))
                        .map(annotation ->
                                String.valueOf(annotation.get("value").orElse("")))
                        .anyMatch(value -> !value.startsWith("context://"));
                events.add(new SimpleConditionEvent(
                        type, !bundled && !outside, type.getName() + " would start a bundle build"));
            }
        };
    }
}
