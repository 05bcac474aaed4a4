package org.relais.oversight;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.LogFilter;
import org.relais.episode.People;
import org.relais.person.RecordNumbers;
import org.relais.rules.RuleHeader;
import org.relais.shared.Id;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * No clinical word can reach the auditor's desk: it may not ask a room that has one, its answers are made of ids, times,
 * numbers and closed words, its statements touch the tables named here and no others, and the columns of the log have no
 * room for a text. That what other rooms write stays out of these columns is {@code LogWithoutContentTests}.
 */
@RelaisTest
@Import(People.class)
class NoClinicalWordTests {

    /** The rooms the desk may ask. */
    private static final Set<String> ROOMS =
            Set.of("oversight", "shared", "rules", "centre", "staff", "access", "person", "audit", "uikit");

    /** Of the person, the number of the record and nothing else. */
    private static final Set<String> OF_A_PERSON = Set.of(RecordNumbers.class.getName());

    /** Of access, what holds no text that somebody typed: not the review of an emergency, not a request. */
    private static final Set<String> OF_ACCESS = Set.of(
            "AccessService",
            "Scope",
            "Section",
            "Purpose",
            "GivenRight",
            "GivenRights",
            "EmergencyReason",
            "MergedPeople",
            "AccessDenied");

    /** Components that are texts: closed words, names of colleagues, hashes, numbers of records. */
    private static final Set<String> CLOSED_WORDS = Set.of(
            "LoggedAccess.node",
            "LoggedAccess.actorRole",
            "LoggedAccess.section",
            "LoggedAccess.resourceType",
            "LoggedAccess.purpose",
            "LoggedAccess.basis",
            "LoggedAccess.view",
            "LoggedAccess.reason",
            "LoggedAccess.legalBasis",
            "LoggedAccess.request",
            "LogRow.fileNumber",
            "LogDesk.shown",
            "StaffMember.username",
            "StaffMember.givenName",
            "StaffMember.familyName",
            "Epoch.hash",
            "Rows.node",
            "RightsState.hash",
            "SignedReview.hash");

    private static final Set<Class<?>> LEAVES = Set.of(
            int.class,
            long.class,
            boolean.class,
            void.class,
            Integer.class,
            Long.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            RuleHeader.class);

    /** A table has its room in front: what has not is a name within the statement. */
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|update)\\s+`?((?:[a-z0-9_]+\\.)?[a-z]+_[a-z0-9_]+)");

    private static final Set<String> TABLES = Set.of(
            "access_event",
            "access_shown",
            "access_care_relation",
            "access_merge",
            "access_protection",
            "access_protection_staff",
            "oversight_checkpoint",
            "oversight_rights_review",
            "staff_assignment",
            "staff_function",
            "staff_member");

    private static final Set<String> OF_THE_RECORD = Set.of(
            "SELECT id FROM person_person WHERE file_number = ?",
            "SELECT id, file_number FROM person_person WHERE id IN (?)");

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    LogDesk desk;

    @Autowired
    RightsReview rights;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String schema;

    @Test
    void the_desk_knows_no_type_of_a_room_with_content() {
        var desk = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.relais.oversight");
        assertThat(desk).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("hold content", NoClinicalWordTests::holdsContent))
                .check(desk);
    }

    @Test
    void its_answers_are_ids_times_numbers_and_closed_words() {
        var texts = new TreeSet<String>();
        var other = new TreeSet<String>();
        var seen = new HashSet<Type>();
        for (var door : Set.<Class<?>>of(LogDesk.class, LogSeal.class, RightsReview.class, LogExport.class)) {
            for (var method : door.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    walk(
                            method.getGenericReturnType(),
                            door.getSimpleName() + "." + method.getName(),
                            seen,
                            texts,
                            other);
                }
            }
        }
        assertThat(other).as("types that nobody looked at").isEmpty();
        assertThat(texts).isNotEmpty().isSubsetOf(CLOSED_WORDS);
    }

    @Test
    void its_statements_touch_the_log_the_rights_and_the_numbers_of_records() {
        var here = house.open().here();
        var person = people.registeredAt(here, "Orion-83");
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        statements.clear();
        here.as(Role.AUDITOR, (Callable<Object>) () -> {
            var scope = access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
            var page = desk.first(scope, LogFilter.of(person));
            desk.since(scope, Instant.EPOCH);
            page.rows().forEach(row -> desk.shown(scope, row.access()));
            desk.person(scope, String.valueOf(page.rows().getFirst().fileNumber()));
            return rights.state(scope);
        });
        var touched = new TreeSet<String>();
        for (var statement : statements.all()) {
            var sql = statement.sql().replaceAll("\\s+", " ").strip();
            if (sql.contains("person_person")) {
                assertThat(OF_THE_RECORD).contains(sql.replaceAll("\\(\\?[?, ]*\\)", "(?)"));
                continue;
            }
            TABLE.matcher(sql.toLowerCase(Locale.ROOT))
                    .results()
                    .map(found -> found.group(1).replace(schema.toLowerCase(Locale.ROOT) + ".", ""))
                    .forEach(touched::add);
        }
        assertThat(touched).contains("access_event", "staff_member").isSubsetOf(TABLES);
    }

    @Test
    void the_columns_of_the_log_have_no_room_for_a_text() {
        var columns = jdbc.sql("""
                        SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name, DATA_TYPE AS type,
                               COALESCE(CHARACTER_MAXIMUM_LENGTH, 0) AS length
                        FROM information_schema.COLUMNS
                        WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN ('access_event', 'access_shown')""")
                .param(schema)
                .query((row, number) ->
                        Map.entry(row.getString("name"), row.getString("type") + " " + row.getInt("length")))
                .list();
        assertThat(columns)
                .isNotEmpty()
                .allSatisfy(column -> assertThat(column.getValue())
                        .as(column.getKey())
                        .matches("(uuid|int|bigint|tinyint|datetime|binary) .*|(char|varchar) ([0-9]|[1-7][0-9]|80)"));
    }

    private static boolean holdsContent(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith("org.relais.")) {
            return false;
        }
        var room = name.split("\\.")[2];
        return switch (room) {
            case "person" -> !OF_A_PERSON.contains(type.getBaseComponentType().getName());
            case "access" -> !OF_ACCESS.contains(type.getBaseComponentType().getSimpleName());
            default -> !ROOMS.contains(room);
        };
    }

    private static void walk(Type type, String at, Set<Type> seen, Set<String> texts, Set<String> other) {
        if (type instanceof ParameterizedType parameterized) {
            var raw = (Class<?>) parameterized.getRawType();
            if (!Collection.class.isAssignableFrom(raw) && !Map.class.isAssignableFrom(raw) && raw != Optional.class) {
                other.add(at + " " + type);
            }
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(each -> walk(each, at, seen, texts, other));
        } else if (type == String.class) {
            texts.add(at);
        } else if (type instanceof Class<?> one
                && one.isRecord()
                && !Id.class.isAssignableFrom(one)
                && !LEAVES.contains(one)) {
            if (seen.add(one)) {
                for (var component : one.getRecordComponents()) {
                    walk(
                            component.getGenericType(),
                            one.getSimpleName() + "." + component.getName(),
                            seen,
                            texts,
                            other);
                }
            }
        } else if (!(type instanceof Class<?> one
                && (one.isEnum() || LEAVES.contains(one) || Id.class.isAssignableFrom(one)))) {
            other.add(at + " " + type);
        }
    }
}
