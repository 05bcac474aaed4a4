package org.relais.referral.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.referral.ReferralRoutes;
import org.relais.uikit.Glyph;

/** The person's referrals on the record page. */
@org.springframework.stereotype.Component
class ReferralSection implements RecordSection {

    private final ReferralDesk desk;

    ReferralSection(ReferralDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 220;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "referral.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.SEND;
    }

    @Override
    public Section section() {
        return Section.SOCIAL;
    }

    @Override
    public String path() {
        return ReferralRoutes.SECTION;
    }

    @Override
    public Component create(Grant grant) {
        return new ReferralBoard(desk, grant);
    }
}
