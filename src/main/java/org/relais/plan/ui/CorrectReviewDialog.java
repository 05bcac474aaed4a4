package org.relais.plan.ui;

import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.component.textfield.TextArea;

import org.relais.plan.CorrectReview;
import org.relais.plan.ReviewFields;
import org.relais.plan.ReviewRow;
import org.relais.plan.Reviews;
import org.relais.shared.GoalId;
import org.relais.shared.ReviewId;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Says a review rightly, as a new version. Who took part and where the goals went stays. */
final class CorrectReviewDialog extends FormDialog {

    private final ReviewId id = ReviewId.create();
    private final transient ReviewDesk desk;
    private final transient ReviewRow review;
    private final transient Runnable changed;
    private final TextArea reason = new TextArea(getTranslation("plan.review.correct.reason"));
    private final TextArea words = new TextArea(getTranslation("plan.review.words"));
    private final Map<GoalId, TextArea> summaries = new LinkedHashMap<>();

    CorrectReviewDialog(ReviewDesk desk, ReviewRow review, ReviewLook look, Runnable changed) {
        super(look.say("plan.review.correct.title", review.number()), look.say("plan.review.correct.verb"));
        this.desk = desk;
        this.review = review;
        this.changed = changed;
        reason.setHelperText(getTranslation("plan.review.correct.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.addClassName("relais-wide");
        add("reason", reason);
        words.setValue(review.words() == null ? "" : review.words());
        words.setMaxLength(Reviews.WORDS);
        words.addClassName("relais-wide");
        add("words", words);
        for (var goal : review.goals()) {
            var summary = new TextArea(goal.statement());
            summary.setValue(goal.summary() == null ? "" : goal.summary());
            summary.setMaxLength(Reviews.SUMMARY);
            summary.addClassName("relais-wide");
            summaries.put(goal.goal(), summary);
            add(ReviewFields.summary(goal.goal()), summary);
        }
    }

    @Override
    protected void save() {
        var said = new LinkedHashMap<GoalId, String>();
        summaries.forEach((goal, field) -> said.put(goal, field.getValue()));
        desk.reviews()
                .correct(
                        desk.write(review.person()),
                        desk.record(review.person()),
                        new CorrectReview(
                                id, review.id(), reason.getValue(), said, review.members(), words.getValue()));
        changed.run();
        Toast.success(getTranslation("plan.review.corrected.toast"));
    }
}
