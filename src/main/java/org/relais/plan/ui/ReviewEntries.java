package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.plan.MeetingDetail;
import org.relais.plan.ReviewDetail;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How reviews and the words of team meetings look in the timeline. */
@org.springframework.stereotype.Component
class ReviewEntries implements EntryDecoration {

    @Override
    public Set<String> types() {
        return Set.of(ReviewDetail.TYPE, MeetingDetail.TYPE);
    }

    // What a reader of summaries sees is that there was one
    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        return I18NProvider.translate(
                locale, MeetingDetail.TYPE.equals(row.type()) ? "plan.entry.meeting" : "plan.entry.review");
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(MeetingDetail.TYPE.equals(row.type()) ? Glyph.USERS : Glyph.REFRESH_CW);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var badges = new ArrayList<Component>();
        number(row, ReviewDetail.VERSION)
                .filter(version -> version > 1)
                .ifPresent(version -> badges.add(badge(Severity.INFO, "plan.review.version", version)));
        number(row, ReviewDetail.GOALS)
                .ifPresent(goals -> badges.add(badge(Severity.NEUTRAL, "plan.review.entry.goals", goals)));
        number(row, ReviewDetail.ATTAINED)
                .filter(attained -> attained > 0)
                .ifPresent(attained -> badges.add(badge(Severity.OK, "plan.review.entry.attained", attained)));
        number(row, MeetingDetail.DECISIONS)
                .filter(decisions -> decisions > 0)
                .ifPresent(decisions -> badges.add(badge(Severity.INFO, "plan.meeting.entry.decisions", decisions)));
        if (row.detail().containsKey(ReviewDetail.PERSON)) {
            badges.add(new SeverityBadge(
                    Severity.NEUTRAL, Glyph.USER_ROUND, I18NProvider.translate("plan.review.entry.person")));
        }
        return badges;
    }

    private static Optional<Integer> number(EntryRow row, String name) {
        return Optional.ofNullable(row.detail().get(name)).map(Integer::valueOf);
    }

    private static Component badge(Severity severity, String key, int number) {
        return new SeverityBadge(severity, I18NProvider.translate(key, number));
    }
}
