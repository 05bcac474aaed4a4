package org.relais.plan.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Section;
import org.relais.plan.ReviewDetail;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.uikit.Glyph;

/** Holding a review of the plan from the record's composer. */
@org.springframework.stereotype.Component
class ReviewComposer implements ComposerType {

    private final ReviewDesk desk;

    ReviewComposer(ReviewDesk desk) {
        this.desk = desk;
    }

    // After what each profession writes every day
    @Override
    public int order() {
        return 90;
    }

    @Override
    public String labelKey() {
        return "plan.entry.review";
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
    public String form() {
        return ReviewDetail.TYPE;
    }

    @Override
    public Component create(ComposerContext context) {
        return new ReviewForm(desk, context);
    }
}
