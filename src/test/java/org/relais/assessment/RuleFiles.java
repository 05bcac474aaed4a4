package org.relais.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.springframework.util.FileSystemUtils;

import org.relais.rules.Rule;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/** The shipped rule files, and rule files written by a test, both read the way the portal reads them at start. */
final class RuleFiles {

    private static final Rules SHIPPED = new Rules(
            List.of(AssessmentRules.INSTRUMENT, AssessmentRules.EARLY_WARNING, AssessmentRules.VITAL_SIGN_LIMITS));

    private RuleFiles() {}

    static List<Instrument> instruments() {
        return SHIPPED.all(AssessmentRules.INSTRUMENT);
    }

    static Instrument instrument(String code) {
        return SHIPPED.version(AssessmentRules.INSTRUMENT, code, 1).orElseThrow();
    }

    static Instrument ciwa() {
        return SHIPPED.version(AssessmentRules.INSTRUMENT, "CIWA_AR", 1).orElseThrow();
    }

    static Instrument cows() {
        return SHIPPED.version(AssessmentRules.INSTRUMENT, "COWS", 1).orElseThrow();
    }

    static EarlyWarning news() {
        return SHIPPED.version(AssessmentRules.EARLY_WARNING, "NEWS2", 1).orElseThrow();
    }

    static VitalSignLimits limits() {
        return SHIPPED.version(AssessmentRules.VITAL_SIGN_LIMITS, "VITAL_SIGNS", 1)
                .orElseThrow();
    }

    /** The text of a shipped file, such as {@code instrument/cows-1.yaml}. */
    static String text(String file) {
        try (var stream = RuleFiles.class.getResourceAsStream("/rules/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads one file of a kind through the portal's own loader, from a class path of its own. */
    static <T extends Rule> T load(RuleKind<T> kind, String yaml) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var written = new RuleKind<>("written-by-a-test", kind.type(), kind.validation());
        try {
            var root = Files.createTempDirectory("rules");
            var file = root.resolve("rules/written-by-a-test/sample-1.yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml);
            try (var loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, before)) {
                thread.setContextClassLoader(loader);
                return new Rules(List.of(written)).all(written).getFirst();
            } finally {
                thread.setContextClassLoader(before);
                FileSystemUtils.deleteRecursively(root);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
