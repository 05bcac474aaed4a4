package org.relais.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import canary.modules.CanaryPortal;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import tools.jackson.databind.json.JsonMapper;

import org.relais.Portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The rules that hold the house up. Every rule is checked twice: the portal keeps it, and a deliberately wrong class
 * of the canary package breaks it, so that no rule can pass by looking at nothing.
 */
// The classes are looked at once, and forgotten with the last test: they take as much memory as a portal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTests {

    private final JavaClasses portal = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.relais");

    private final JavaClasses canaries = new ClassFileImporter().importPackages("canary");

    @Test
    void rooms_use_only_what_their_description_allows() {
        ApplicationModules.of(Portal.class).verify();
    }

    /** The start brings their tables up to date. Without the list it would look through all classes for the rooms. */
    @Test
    void the_rooms_with_tables_are_listed_for_the_start() throws IOException {
        try (var list = Portal.class.getResourceAsStream("/META-INF/spring-modulith/application-modules.json");
                var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(JsonMapper.shared().readTree(list).propertyNames())
                    .containsExactlyElementsOf(folders.map(Path::getFileName)
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void a_room_that_reaches_into_another_is_found() {
        var modules = ApplicationModules.of(CanaryPortal.class, location -> true);
        assertThatThrownBy(modules::verify).isInstanceOf(Violations.class).hasMessageContaining("Secret");
    }

    @Test
    void entities_and_repositories_stay_inside_their_room() {
        holds(HouseRules.ENTITIES_AND_REPOSITORIES_ARE_NOT_PUBLIC);
    }

    @Test
    void vaadin_stays_in_the_rooms_that_draw() {
        holds(HouseRules.VAADIN_ONLY_WHERE_SCREENS_ARE_DRAWN);
    }

    @Test
    void no_screen_reaches_the_database() {
        holds(HouseRules.SCREENS_DO_NOT_REACH_THE_DATABASE);
    }

    @Test
    void every_service_method_asks_for_a_grant_a_scope_or_a_role() {
        holds(HouseRules.SERVICES_ASK_FOR_A_PASS);
    }

    @Test
    void every_view_says_once_who_may_open_it() {
        holds(HouseRules.VIEWS_SAY_WHO_MAY_OPEN_THEM);
    }

    @Test
    void nothing_commercial_and_nothing_bundled() {
        holds(HouseRules.NO_COMMERCIAL_COMPONENTS);
        holds(HouseRules.NOTHING_STARTS_A_BUNDLE);
    }

    @Test
    void only_the_injected_clock_tells_the_time() {
        holds(HouseRules.NO_CLOCK_BUT_THE_INJECTED_ONE);
    }

    @Test
    void no_field_injection() {
        holds(HouseRules.NO_FIELD_INJECTION);
    }

    @Test
    void names_say_what_a_class_does() {
        holds(HouseRules.NAMES_SAY_WHAT_A_CLASS_DOES);
    }

    @Test
    void screens_hold_no_text_of_their_own() throws IOException {
        assertThat(literalTexts(Path.of("src/main/java"))).isEmpty();
        assertThat(literalTexts(Path.of("src/test/java/canary"))).isNotEmpty();
    }

    private void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(portal);
        assertThat(rule.evaluate(canaries).hasViolation())
                .as("the canary breaks: %s", rule.getDescription())
                .isTrue();
    }

    private static List<String> literalTexts(Path root) throws IOException {
        var literal = Pattern.compile(
                "new (Button|BusyButton|TextField|TextArea|ComboBox|Span|Paragraph|H[1-6]|Anchor|Checkbox|DatePicker)"
                        + "\\(\"(?!#)[^\"]*\\p{L}{2,}[^\"]*\"|set(Label|Placeholder|HelperText|Text|Title)\\(\"[^\"]*\\p{L}{2,}");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().matches(".*/(ui|uikit|shell|page)/.*"))
                    .flatMap(file -> lines(file)
                            .filter(line -> literal.matcher(line).find())
                            .map(line -> file + ": " + line.strip()))
                    .toList();
        }
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
