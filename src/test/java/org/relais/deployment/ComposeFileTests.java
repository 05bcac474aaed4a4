package org.relais.deployment;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.relais.deployment.ComposeFile.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docker/compose.yaml} and {@code docker/environment.example} promise, read from the files. */
class ComposeFileTests {

    /** Keys of a service in the Compose specification that this file uses; a slip of the pen is none of them. */
    private static final Set<String> KEYS = Set.of(
            "build",
            "cap_drop",
            "depends_on",
            "entrypoint",
            "environment",
            "healthcheck",
            "image",
            "logging",
            "mem_limit",
            "networks",
            "pids_limit",
            "ports",
            "profiles",
            "read_only",
            "restart",
            "security_opt",
            "stop_grace_period",
            "stop_signal",
            "tmpfs",
            "user",
            "volumes");

    private final ComposeFile file = ComposeFile.read();

    @Test
    void every_key_is_one_of_the_specification() {
        assertThat(file.content().keySet().stream().filter(key -> !key.startsWith("x-")))
                .containsExactlyInAnyOrder("name", "services", "networks", "volumes");
        assertThat(file.services().values())
                .allSatisfy(service -> assertThat(service.content().keySet()).isSubsetOf(KEYS));
    }

    @Test
    void two_nodes_of_one_image_differ_in_their_name_only() {
        var a = file.service("node-a");
        var b = file.service("node-b");
        assertThat(a.environment()).containsEntry("RELAIS_LOG_NODE", "node-a");
        assertThat(b.environment()).containsEntry("RELAIS_LOG_NODE", "node-b");
        assertThat(without(a, "RELAIS_LOG_NODE")).isEqualTo(without(b, "RELAIS_LOG_NODE"));
        assertThat(Deployment.text("proxy/haproxy.cfg")).contains("node-a:8080", "node-b:8080");
    }

    @Test
    void only_the_proxy_is_reached_from_outside_and_it_does_not_reach_the_database() {
        assertThat(file.services().values().stream()
                        .filter(service -> service.content().containsKey("ports"))
                        .map(Service::name))
                .containsExactly("proxy");
        assertThat(file.services().values().stream()
                        .filter(service ->
                                service.list("networks").stream().anyMatch(network -> !file.internal(network)))
                        .map(Service::name))
                .containsExactly("proxy");
        assertThat(file.service("database").list("networks"))
                .doesNotContainAnyElementsOf(file.service("proxy").list("networks"));
        assertThat(file.services().values())
                .allSatisfy(service -> assertThat(service.list("networks")).isNotEmpty());
    }

    @Test
    void every_container_is_contained() {
        assertThat(file.services().values()).allSatisfy(service -> {
            assertThat(service.has("read_only", true)).isTrue();
            assertThat(service.list("cap_drop")).containsExactly("ALL");
            assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(service.content()).containsKey("mem_limit").containsKey("logging");
            assertThat(service.content()).doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
        });
        assertThat(file.services().values().stream().filter(service -> !service.built()))
                .allSatisfy(
                        service -> assertThat(String.valueOf(service.content().get("user")))
                                .matches("[1-9][0-9]*:[1-9][0-9]*"));
        assertThat(String.valueOf(file.content())).doesNotContain("docker.sock");
    }

    @Test
    void every_image_has_a_version() {
        assertThat(file.services().values())
                .allSatisfy(
                        service -> assertThat(service.image()).matches(".+:[0-9]+\\.[0-9]+(\\.[0-9]+)?(-[a-z0-9]+)?"));
        assertThat(Deployment.text("Dockerfile")
                        .lines()
                        .filter(line -> line.startsWith("FROM"))
                        .map(line -> line.split(" ")[1]))
                .allSatisfy(image -> assertThat(image).matches(".+:[0-9]+\\.[0-9]+\\.[0-9]+.*"));
    }

    @Test
    void what_runs_on_is_watched_and_what_waits_waits_for_health() {
        file.services().values().stream()
                .filter(service -> !service.runsOnce())
                .filter(service -> !service.image().startsWith("relais/portal"))
                .forEach(service ->
                        assertThat(service.isWatched()).as(service.name()).isTrue());
        assertThat(Deployment.text("Dockerfile")).contains("HEALTHCHECK ");
        file.services()
                .values()
                .forEach(service -> service.waitsFor()
                        .forEach((awaited, condition) -> assertThat(condition)
                                .as("%s waits for %s", service.name(), awaited)
                                .isEqualTo(
                                        file.service(awaited).runsOnce()
                                                ? "service_completed_successfully"
                                                : "service_healthy")));
        assertThat(file.service("node-a").waitsFor()).containsKeys("prepare", "keycloak");
        assertThat(file.service("prepare").waitsFor()).containsKey("accounts");
        assertThat(file.service("accounts").waitsFor()).containsKey("database");
    }

    @Test
    void no_secret_stands_in_the_files() {
        assertThat(file.services().values())
                .allSatisfy(service -> service.environment().forEach((name, value) -> {
                    if (secret(name)) {
                        assertThat(String.valueOf(value)).as(name).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                    }
                }));
        assertThat(example().lines().filter(line -> line.contains("=") && !line.startsWith("#")))
                .allSatisfy(line -> assertThat(secret(line.split("=")[0]) && !line.endsWith("="))
                        .as(line)
                        .isFalse());
        assertThat(Deployment.text("Dockerfile"))
                .doesNotContainIgnoringCase("password")
                .doesNotContain("SECRET");
    }

    @Test
    void each_service_is_given_the_secrets_it_needs_and_no_others() {
        assertThat(secrets("node-a"))
                .containsExactlyInAnyOrder(
                        "RELAIS_DATABASE_APPLICATION_PASSWORD",
                        "RELAIS_DATABASE_LOG_PASSWORD",
                        "RELAIS_DATABASE_SEALING_PASSWORD",
                        "RELAIS_SIGN_IN_CLIENT_SECRET");
        assertThat(secrets("proxy")).isEmpty();
        assertThat(secrets("database")).containsExactly("MARIADB_ROOT_PASSWORD");
        assertThat(secrets("prepare"))
                .contains("RELAIS_DATABASE_MIGRATION_PASSWORD")
                .doesNotContain("MARIADB_ROOT_PASSWORD", "RELAIS_DATABASE_SEALING_PASSWORD");
        assertThat(file.services().values())
                .allSatisfy(service -> assertThat(service.content()).doesNotContainKey("env_file"));
    }

    @Test
    void the_example_names_every_variable_and_no_other_and_explains_each() {
        var named = new TreeSet<String>();
        var explained = false;
        for (var line : example().lines().toList()) {
            if (line.startsWith("#")) {
                explained = true;
            } else if (line.isBlank()) {
                explained = false;
            } else {
                assertThat(explained).as("%s has a comment", line).isTrue();
                assertThat(line).matches("[A-Z0-9_]+=.*");
                assertThat(named.add(line.split("=")[0])).as("%s twice", line).isTrue();
            }
        }
        var used = ComposeFile.variables(file.content());
        assertThat(named).isEqualTo(used);
    }

    @Test
    void what_the_example_leaves_empty_is_required_and_what_it_fills_is_not() {
        var required = ComposeFile.required(file.content());
        assertThat(example()
                        .lines()
                        .filter(line -> line.matches("[A-Z0-9_]+="))
                        .map(line -> line.replace("=", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(required);
    }

    @Test
    void the_realm_gets_every_name_it_asks_for() {
        assertThat(ComposeFile.variables(Deployment.text("keycloak/realm.json")))
                .isSubsetOf(file.service("keycloak").environment().keySet());
    }

    @Test
    void the_proxy_gets_every_name_it_asks_for() {
        var configuration = Deployment.text("proxy/haproxy.cfg");
        var preset = configuration
                .lines()
                .filter(line -> line.strip().startsWith("presetenv "))
                .map(line -> line.strip().split(" +")[1])
                .collect(Collectors.toSet());
        preset.addAll(file.service("proxy").environment().keySet());
        assertThat(ComposeFile.variables(configuration)).isSubsetOf(preset);
    }

    private Set<String> secrets(String service) {
        return file.service(service).environment().entrySet().stream()
                .filter(variable -> secret(variable.getKey()))
                .flatMap(variable -> ComposeFile.variables(variable.getValue()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static java.util.Map<String, Object> without(Service service, String variable) {
        var content = new java.util.HashMap<>(service.content());
        var environment = new java.util.HashMap<>(service.environment());
        environment.remove(variable);
        content.put("environment", environment);
        return content;
    }

    private static boolean secret(String variable) {
        return variable.endsWith("PASSWORD") || variable.endsWith("SECRET");
    }

    private static String example() {
        return Deployment.text("environment.example");
    }
}
