package org.relais.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proof that the portal talks to the embedded database. Every bean of the demonstration asks for it in its constructor:
 * without the marker that only the embedded database holds, none of them can be built and the portal does not start.
 */
@Component
@ConditionalOnProperty("relais.demonstration")
public class EmbeddedOnly {

    static final String MARKER_PROPERTY = "relais.demonstration.marker";

    EmbeddedOnly(JdbcClient database, Environment environment) {
        var marker = environment.getRequiredProperty(MARKER_PROPERTY);
        if (!marker.matches("\\w+")) {
            throw new DemonstrationRefused("Le repère de la base embarquée n’est pas un nom de schéma : " + marker);
        }
        try {
            database.sql("SELECT COUNT(*) FROM `" + marker + "`.marker")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException notThere) {
            throw new DemonstrationRefused(
                    "La démonstration ne fonctionne que sur la base de données embarquée.", notThere);
        }
    }
}
