package org.relais.exchange.ui;

import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.exchange.PartResult;
import org.relais.exchange.TypeResult;
import org.relais.uikit.Formats;

/** The account of a file by type: how many, and of what was left out the reason. No entry says anything here. */
final class AccountTable extends NativeTable {

    private static final Set<String> KNOWN = Set.of(
            "AllergyIntolerance",
            "CarePlan",
            "CareTeam",
            "Condition",
            "DiagnosticReport",
            "DocumentReference",
            "Encounter",
            "Immunization",
            "Location",
            "Medication",
            "MedicationAdministration",
            "MedicationRequest",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Procedure");

    private final transient Formats formats;
    private final boolean settled;

    /** @param settled whether it was taken over; else what would be */
    AccountTable(List<TypeResult> types, Formats formats, boolean settled) {
        this.formats = formats;
        this.settled = settled;
        addClassNames("relais-referral-types", "relais-numeric");
        getElement().setAttribute("aria-label", getTranslation("exchange.list.account"));
        var titles = new NativeTableRow();
        for (var key : settled
                ? List.of("type", "in-file", "imported", "already-there", "left-out")
                : List.of("type", "in-file", "would-take", "left-out")) {
            var cell = new NativeTableHeaderCell(getTranslation("exchange.field." + key));
            cell.getElement().setAttribute("scope", "col");
            titles.add(cell);
        }
        var head = new NativeTableHeader();
        head.add(titles);
        var body = new NativeTableBody();
        types.forEach(type -> body.add(createRow(type)));
        add(head, body);
    }

    /** The parts that are left out of entries that are otherwise taken over. */
    static UnorderedList parts(List<PartResult> parts) {
        var list = new UnorderedList();
        list.addClassName("relais-meta");
        list.setVisible(!parts.isEmpty());
        parts.forEach(part -> list.add(new ListItem(list.getTranslation(
                "exchange.list.part", part.path(), part.count(), list.getTranslation(part.key())))));
        return list;
    }

    /** The word of a type of entry; the FHIR name of a rare one. */
    static String word(Component where, String type) {
        var key = "exchange.type." + type;
        return KNOWN.contains(type) ? where.getTranslation(key) : type;
    }

    private NativeTableRow createRow(TypeResult type) {
        var leftOut = new NativeTableCell();
        leftOut.add(new Div(formats.number(type.leftOut())));
        type.reasons().forEach(reason -> {
            var why = new Div(getTranslation("exchange.list.reason", reason.count(), getTranslation(reason.key())));
            why.addClassName("relais-meta");
            leftOut.add(why);
        });
        var name = new NativeTableHeaderCell(word(this, type.type()));
        name.getElement().setAttribute("scope", "row");
        var line = new NativeTableRow();
        line.add(name, new NativeTableCell(formats.number(type.inFile())));
        line.add(new NativeTableCell(formats.number(type.imported())));
        if (settled) {
            line.add(new NativeTableCell(formats.number(type.alreadyThere())));
        }
        line.add(leftOut);
        return line;
    }
}
