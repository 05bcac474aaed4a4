package org.relais.plan.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.plan.ReviewDate;
import org.relais.plan.ScheduleReview;
import org.relais.plan.StaleReviewDate;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Sets the day of the next review. When a colleague set it meanwhile, both days show before one is kept. */
final class ScheduleReviewDialog extends FormDialog {

    private final transient ReviewDesk desk;
    private final PersonId person;
    private final CentreId centre;
    private final transient ReviewLook look;
    private final transient Runnable changed;
    private final DateField dueOn = new DateField(getTranslation("plan.review.next-on"));
    private final Paragraph stale = new Paragraph();
    private int version;

    ScheduleReviewDialog(
            ReviewDesk desk,
            PersonId person,
            CentreId centre,
            @Nullable ReviewDate date,
            ReviewLook look,
            Runnable changed) {
        super(look.say("plan.review.schedule.title"), look.say("plan.review.schedule.verb"));
        this.desk = desk;
        this.person = person;
        this.centre = centre;
        this.look = look;
        this.changed = changed;
        this.version = date == null ? 0 : date.version();
        var longest = desk.today(centre).plusMonths(desk.reviews().rule().longestMonths());
        dueOn.setValue(date == null ? longest : date.dueOn());
        dueOn.setHelperText(getTranslation("plan.review.next-on.help", look.date(longest)));
        dueOn.setRequiredIndicatorVisible(true);
        stale.setVisible(false);
        stale.getElement().setAttribute("role", "alert");
        fields(stale);
        add("dueOn", dueOn);
    }

    @Override
    protected void save() {
        try {
            var set =
                    desk.reviews().schedule(desk.write(person), new ScheduleReview(centre, dueOn.getValue(), version));
            changed.run();
            Toast.success(getTranslation("plan.review.scheduled", look.date(set.dueOn())));
        } catch (StaleReviewDate meanwhile) {
            var theirs = meanwhile.stored();
            if (theirs != null) {
                version = theirs.version();
                stale.setText(getTranslation(
                        "plan.review.schedule.stale", desk.name(theirs.setBy()), look.date(theirs.dueOn())));
                stale.setVisible(true);
            }
            throw new InvalidInput("dueOn", "shared.error.stale");
        }
    }
}
