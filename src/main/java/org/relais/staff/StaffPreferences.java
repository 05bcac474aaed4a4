package org.relais.staff;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member of staff chose for themselves, on whichever machine they sign in. */
@Service
@Transactional
@PreAuthorize("isAuthenticated()")
public class StaffPreferences {

    private final JdbcClient jdbc;
    private final CurrentStaff current;

    StaffPreferences(JdbcClient jdbc, CurrentStaff current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** The choices of the acting member of staff; empty when they never chose. */
    @Transactional(readOnly = true)
    public Optional<Preference> mine() {
        return jdbc.sql("SELECT language, color_scheme FROM staff_preference WHERE staff_id = ?")
                .param(current.require().id().value())
                .query((row, number) -> new Preference(row.getString("language"), row.getString("color_scheme")))
                .optional();
    }

    public void choose(Preference preference) {
        jdbc.sql("""
                        INSERT INTO staff_preference (staff_id, language, color_scheme) VALUES (?,?,?)
                        ON DUPLICATE KEY UPDATE language = VALUES(language), color_scheme = VALUES(color_scheme)""")
                .param(current.require().id().value())
                .param(preference.language())
                .param(preference.colorScheme())
                .update();
    }

    /**
     * @param language a language tag, or null for the browser's
     * @param colorScheme {@code light}, {@code dark} or {@code system}, or null for the system's
     */
    public record Preference(
            @Nullable String language, @Nullable String colorScheme) {}
}
