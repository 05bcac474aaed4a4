package org.relais.access.ui;

import java.time.ZoneOffset;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessRoutes;
import org.relais.access.AccessRules;
import org.relais.access.PolicyMatrix;
import org.relais.access.Section;
import org.relais.rules.RuleHeader;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.Roles;
import org.relais.uikit.Formats;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;

/** Which role may read and write what, as the rule file in force says. */
@Route(AccessRoutes.RULES)
@Menu(title = "access.rules.menu", order = 92, icon = "shield-check")
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COORDINATOR})
class AccessRulesView extends Div implements HasDynamicTitle {

    AccessRulesView(AccessRules rules) {
        var matrix = rules.inForce();
        addClassName("relais-page");
        var body = new Div();
        body.addClassName("relais-page-body");
        if (!matrix.rule().approved()) {
            body.add(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("access.rules.not-approved"),
                    getTranslation("access.rules.open-question")));
        }
        body.add(createTable(matrix), createSource(matrix.rule()));
        add(new PageHeader(getTranslation("access.rules.menu"), getTranslation("access.rules.subtitle")), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.rules.menu");
    }

    private Component createTable(PolicyMatrix matrix) {
        var table = new NativeTable();
        table.addClassName("relais-plain-table");
        var head = table.getHead().addRow();
        addHeader(head.addHeaderCell(), "col", getTranslation("access.rules.section"));
        for (var role : Role.values()) {
            addHeader(head.addHeaderCell(), "col", getTranslation(role.key()));
        }
        for (var section : matrix.sections()) {
            var row = table.getBody().addRow();
            addHeader(row.addHeaderCell(), "row", getTranslation(section.key()));
            for (var role : Role.values()) {
                var cell = row.addDataCell();
                var key = cell(matrix, role, section);
                cell.setText(getTranslation("access.rules.cell." + key));
                cell.addClassName("relais-matrix-" + key);
            }
        }
        // Wider than a small screen: it scrolls by itself, by keyboard too
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("access.rules.menu"));
        return scroller;
    }

    private static void addHeader(Component cell, String scope, String text) {
        cell.getElement().setAttribute("scope", scope);
        cell.getElement().setText(text);
    }

    private static String cell(PolicyMatrix matrix, Role role, Section section) {
        return switch (matrix.level(role, section)) {
            case READ -> matrix.writable(role, section) ? "read-write" : "read";
            case OWN -> "own";
            case SUMMARY -> "summary";
            case COUNT -> "count";
            case NONE -> "none";
        };
    }

    private Component createSource(RuleHeader rule) {
        var formats = new Formats(getLocale(), ZoneOffset.UTC);
        var source = new Paragraph(
                getTranslation("access.rules.version", rule.version(), formats.date(rule.validFrom()), rule.source()));
        source.addClassName("relais-meta");
        return source;
    }
}
