package org.relais.demand.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.demand.CountTable;
import org.relais.demand.DemandDimension;
import org.relais.demand.DemandItem;
import org.relais.history.SubstanceList;

/** The words of the codes of tables. */
final class DemandCodes {

    private static final int MEANS = 11;

    private final DemandDesk desk;
    private final SubstanceList list;
    private final Locale locale;

    DemandCodes(DemandDesk desk, Locale locale) {
        this.desk = desk;
        this.list = desk.substances().now();
        this.locale = locale;
    }

    String treatment(String code) {
        return code.equals(CountTable.TOTAL)
                ? I18NProvider.translate("demand.treatment.all")
                : of(DemandDimension.TREATMENT, code);
    }

    String sex(String code) {
        return code.equals(CountTable.TOTAL) ? I18NProvider.translate("demand.sex.all") : of(DemandDimension.SEX, code);
    }

    String row(CountTable table, CountTable.Line line) {
        return named(table.rows(), line.code(), line.level());
    }

    String column(CountTable table, CountTable.Column column) {
        return table.number() == MEANS
                ? I18NProvider.translate("demand.figure." + key(column.code()))
                : named(table.across(), column.code(), column.level());
    }

    private String named(DemandDimension dimension, String code, CountTable.Level level) {
        if (level != CountTable.Level.GROUP) {
            return of(dimension, code);
        }
        return I18NProvider.translate(
                "demand.group." + (dimension == DemandDimension.SHARING ? "shared-" : "") + key(code));
    }

    private String of(DemandDimension dimension, String code) {
        if (code.equals(CountTable.TOTAL)) {
            return I18NProvider.translate("demand.total");
        }
        return switch (dimension) {
            case DRUG, DRUG_GROUP -> drug(code);
            case CENTRE, TREATMENT, SEX -> I18NProvider.translate("demand.code." + key(code));
            case EDUCATION -> I18NProvider.translate("demand.education." + key(code));
            case LABOUR -> I18NProvider.translate("demand.labour." + key(code));
            case AGE, FIRST_USE ->
                code.equals(list.notKnown()) ? I18NProvider.translate("demand.code.nk") : code.replace('-', '–');
            case REFERRAL -> own(DemandItem.REFERRAL, code);
            case LIVING_WITH -> own(DemandItem.LIVING_WITH, code);
            case CHILDREN -> own(DemandItem.CHILDREN, code);
            case LIVING_WHERE -> own(DemandItem.LIVING_WHERE, code);
            case HIV -> own(DemandItem.HIV, code);
            case HCV -> own(DemandItem.HCV, code);
            case OST -> own(DemandItem.OST, code);
            case ROUTE -> word(list.routes(), code);
            case FREQUENCY -> word(list.frequencies(), code);
            case POLYDRUG -> word(list.polydrug(), code);
            case INJECTING, SHARING -> word(list.injecting(), code);
            case SINCE_INJECTION -> since(code);
            case LAG -> code;
        };
    }

    private static String since(String code) {
        return Character.isDigit(code.charAt(0))
                ? I18NProvider.translate("demand.since.years", code.replace('-', '–'))
                : I18NProvider.translate("demand.code." + key(code));
    }

    private String drug(String code) {
        var together = desk.rule().now().reportedTogether().containsValue(code);
        return together ? I18NProvider.translate("demand.drug." + key(code)) : word(list.secondary(), code);
    }

    private String own(DemandItem item, String code) {
        return desk.rule().now().word(item, code, locale);
    }

    private String word(List<SubstanceList.Choice> choices, String code) {
        return SubstanceList.word(choices, code, locale);
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
