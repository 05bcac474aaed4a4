package org.relais.support;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** No table escapes the rule "no grant, no read" by being forgotten in its list. */
@RelaisTest
class PersonTablesTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_table_is_marked_as_a_persons_or_named_as_none() {
        var tables = jdbc.sql("""
                        SELECT LOWER(table_name) FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_name NOT LIKE 'flyway%'""").query(String.class).list();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(
                        table -> assertThat(PersonTables.MARKED.contains(table) ^ PersonTables.UNMARKED.contains(table))
                                .as(table)
                                .isTrue());
    }
}
