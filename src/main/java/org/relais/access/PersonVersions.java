package org.relais.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.PersonId;

/** Counts a person's version up with every change that can change a decision: the grants given before no longer stand. */
@Component
class PersonVersions {

    private final JdbcClient jdbc;
    private final Decisions decisions;

    PersonVersions(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    void changed(PersonId person) {
        jdbc.sql("UPDATE access_person SET version = version + 1 WHERE person_id = ?")
                .param(person.value())
                .update();
        decisions.forget(person);
    }
}
