package org.relais.plan.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.MeetingDetail;
import org.relais.plan.MeetingRoutes;
import org.relais.plan.ReviewDetail;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** The reviews of the plan on the record page, and what team meetings said. */
@org.springframework.stereotype.Component
class ReviewSection implements RecordSection {

    private final ReviewDesk desk;

    ReviewSection(ReviewDesk desk) {
        this.desk = desk;
    }

    // Right after the plan
    @Override
    public int order() {
        return 11;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "plan.review.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.REFRESH_CW;
    }

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public String path() {
        return MeetingRoutes.REVIEWS;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(ReviewDetail.TYPE, MeetingDetail.TYPE);
    }

    @Override
    public Component create(Grant grant) {
        return new ReviewPanel(desk, grant);
    }
}
