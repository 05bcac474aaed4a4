package org.relais.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The yardstick of {@link ServiceBench}: the same rows on a page that asks nobody whether it may show them, writes down
 * nothing of who read them, and shows a record as a whole. Only the bench gives it an address.
 */
@PermitAll
class BareView extends Div implements HasUrlParameter<String> {

    static final String PATH = "bench-bare";

    private static final int PAGE = 50;
    private static final int VALUES = 10;

    private final transient JdbcTemplate template;
    private final transient TransactionTemplate transaction;

    BareView(JdbcTemplate template, TransactionTemplate transaction) {
        this.template = template;
        this.transaction = transaction;
    }

    private record Row(UUID person, int number, String given, String family, String birth) {}

    @Override
    public void setParameter(BeforeEvent event, @Nullable @OptionalParameter String person) {
        removeAll();
        if (person == null || person.isEmpty()) {
            showList();
        } else {
            showRecord(UUID.fromString(person));
        }
    }

    // The view stays the same from address to address: what it shows does not
    private void showList() {
        var text = new TextField("find");
        var grid = new Grid<Row>();
        text.addValueChangeListener(change -> grid.setItems(find(change.getValue())));
        grid.setPageSize(PAGE);
        grid.addColumn(row -> row.family() + " " + row.given()).setHeader("name");
        grid.addColumn(Row::number).setHeader("number");
        grid.addColumn(Row::birth).setHeader("birth");
        add(text, grid);
    }

    private List<Row> find(String typed) {
        // Named one by one, so that the index finds the names within each
        var centres = template.queryForList("SELECT CONCAT(\"'\", id, \"'\") FROM centre_centre", String.class);
        return template.query(
                """
                SELECT p.id, p.file_number, i.given_name, i.family_name, i.birth_date
                FROM person_centre c JOIN person_person p ON p.id = c.person_id
                JOIN person_identity i ON i.id = p.identity_id
                WHERE c.centre_id IN (%s) AND c.sort_name LIKE ?
                ORDER BY c.sort_name LIMIT 50""".formatted(String.join(",", centres)),
                (row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getInt("file_number"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("birth_date")),
                typed + "%");
    }

    private void showRecord(UUID person) {
        var head = template.queryForMap(
                "SELECT p.file_number, i.given_name, i.family_name, i.birth_date FROM person_person p"
                        + " JOIN person_identity i ON i.id = p.identity_id WHERE p.id = ?",
                person);
        add(new H2(head.get("given_name") + " " + head.get("family_name") + " " + head.get("birth_date")));
        var record = new Div();
        add(new NativeButton("save", _ -> {
            save(person);
            record.addComponentAsFirst(new Div(new Span("saved")));
        }));
        template.query(
                "SELECT occurred_at, type, text, detail FROM record_entry WHERE person_id = ? ORDER BY occurred_at DESC",
                row -> {
                    record.add(new Div(
                            new Span(row.getString("occurred_at")),
                            new Span(row.getString("type")),
                            new Span(row.getString("text") == null ? row.getString("detail") : row.getString("text"))));
                },
                person);
        add(record);
    }

    private void save(UUID person) {
        transaction.executeWithoutResult(_ -> {
            var rows = new ArrayList<Object[]>();
            for (var value = 0; value < VALUES; value++) {
                rows.add(new Object[] {UUID.randomUUID(), person, "code-" + value, BigDecimal.valueOf(60 + value)});
            }
            template.batchUpdate(
                    "INSERT INTO bench_observation (id, person_id, code, measured, at) VALUES (?,?,?,?,UTC_TIMESTAMP(6))",
                    rows);
        });
    }
}
