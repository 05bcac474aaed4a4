package org.relais.situation.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.situation.Budgets;
import org.relais.situation.EntryTypes;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.RightStatus;
import org.relais.situation.Situations;
import org.relais.situation.SocialRights;
import org.relais.situation.StateKind;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How the entries of the situation look in the record. */
@org.springframework.stereotype.Component
class SituationDecoration implements EntryDecoration {

    private final SocialDesk desk;

    SituationDecoration(SocialDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EntryTypes.NEEDS, EntryTypes.NEED_ANSWERED, EntryTypes.STATE, EntryTypes.BUDGET, EntryTypes.RIGHT);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var detail = row.detail();
        if (detail.isEmpty()) {
            return row.title();
        }
        var words = new SituationWords(desk, locale);
        return switch (String.valueOf(row.type())) {
            case EntryTypes.NEEDS -> needs(row, words);
            case EntryTypes.NEED_ANSWERED ->
                words.say(
                        "situation.pair",
                        words.say(NeedDomain.valueOf(Objects.requireNonNull(detail.get(NeedsAssessments.DOMAIN)))
                                .key()),
                        String.valueOf(row.title()));
            case EntryTypes.STATE -> state(row, words);
            case EntryTypes.BUDGET ->
                words.say(
                        "situation.budget.entry",
                        words.money(
                                new BigDecimal(detail.get(Budgets.REST)),
                                Objects.requireNonNull(detail.get(Budgets.CURRENCY))));
            case EntryTypes.RIGHT -> right(row, words);
            default -> row.title();
        };
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(
                switch (String.valueOf(row.type())) {
                    case EntryTypes.NEED_ANSWERED -> Glyph.CHECK;
                    case EntryTypes.STATE -> {
                        var kind = row.detail().get(Situations.KIND);
                        yield kind == null ? Glyph.HOUSE : SituationWords.glyph(StateKind.valueOf(kind));
                    }
                    case EntryTypes.BUDGET -> Glyph.SCALE;
                    case EntryTypes.RIGHT -> Glyph.LANDMARK;
                    default -> Glyph.CLIPBOARD_LIST;
                });
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var words = new SituationWords(desk, UI.getCurrentOrThrow().getLocale());
        var status = row.detail().get(SocialRights.STATUS);
        if (status != null) {
            return List.of(words.right(RightStatus.valueOf(status)));
        }
        var urgent = row.detail().get(NeedsAssessments.URGENT);
        return urgent == null
                ? List.of()
                : Arrays.stream(urgent.split(",", -1))
                        .<Component>map(domain -> new SeverityBadge(
                                Severity.CRITICAL,
                                words.say(NeedDomain.valueOf(domain).key())))
                        .toList();
    }

    private static @Nullable String needs(EntryRow row, SituationWords words) {
        var occasion = row.detail().get(NeedsAssessments.OCCASION);
        if (occasion == null) {
            return row.title();
        }
        var when = words.say("situation.occasion." + occasion.toLowerCase(Locale.ROOT));
        var mean = row.detail().get(NeedsAssessments.MEAN);
        return mean == null
                ? words.say(
                        "situation.needs.entry.open",
                        when,
                        Objects.requireNonNull(row.detail().get(NeedsAssessments.OPEN)))
                : words.say("situation.needs.entry", when, words.number(new BigDecimal(mean)));
    }

    private static @Nullable String state(EntryRow row, SituationWords words) {
        var kind = row.detail().get(Situations.KIND);
        if (kind == null) {
            return row.title();
        }
        var code = row.detail().get(Situations.CODE);
        var of = StateKind.valueOf(kind);
        var from = LocalDate.parse(row.detail().get(Situations.FROM));
        var to = row.detail().get(Situations.TO);
        return code == null
                ? words.say("situation.pair", words.say(of.key()), words.say("situation.state.taken-back"))
                : words.say(
                        "situation.state.entry",
                        words.say(of.key()),
                        words.state(of, code, Integer.parseInt(row.detail().getOrDefault(Situations.LIST, "1"))),
                        words.period(from, to == null ? null : LocalDate.parse(to)));
    }

    private @Nullable String right(EntryRow row, SituationWords words) {
        var kind = row.detail().get(SocialRights.KIND);
        if (kind == null) {
            return row.title();
        }
        var name = desk.lists().rights().word(kind, words.locale());
        var due = row.detail().get(SocialRights.DUE);
        return due == null ? name : words.say("situation.right.entry", name, words.date(LocalDate.parse(due)));
    }
}
