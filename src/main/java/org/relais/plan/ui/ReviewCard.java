package org.relais.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.plan.ReviewRow;
import org.relais.plan.ReviewedGoal;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.SeverityBadge;

/** One review as it was signed: the person's words first, then each goal. */
final class ReviewCard extends Article {

    private final transient ReviewLook look;

    /** @param changed called when it was corrected */
    ReviewCard(ReviewDesk desk, ReviewRow review, ReviewLook look, Grant grant, boolean writes, Runnable changed) {
        this.look = look;
        addClassName("relais-review-card");
        add(head(review), body(desk, review));
        var actions = new Div();
        actions.addClassName("relais-row");
        if (writes && grant.centres().contains(review.centre())) {
            actions.add(
                    small("plan.review.correct", () -> new CorrectReviewDialog(desk, review, look, changed).open()));
        }
        if (review.version() > 1) {
            actions.add(small("plan.review.versions", () -> versions(desk, review, grant)));
        }
        if (actions.getComponentCount() > 0) {
            add(actions);
        }
    }

    private Component head(ReviewRow review) {
        var head = new Div(new H3(look.say("plan.review.title", review.number(), look.date(review.heldOn()))));
        head.addClassName("relais-row");
        if (review.version() > 1) {
            head.add(new SeverityBadge(Severity.INFO, look.say("plan.review.version", review.version())));
        }
        return head;
    }

    private Component body(ReviewDesk desk, ReviewRow review) {
        var body = new Div();
        body.addClassName("relais-review-body");
        if (review.reason() != null) {
            body.add(meta(look.say("plan.review.corrected", review.reason())));
        }
        if (review.words() != null) {
            var words = new Paragraph("« " + review.words() + " »");
            words.addClassName("relais-review-words");
            body.add(words);
        }
        var goals = new UnorderedList();
        goals.addClassName("relais-review-goals");
        review.goals().forEach(goal -> goals.add(goal(goal)));
        body.add(goals);
        body.add(meta(look.say("plan.review.members") + " : " + look.members(review)));
        if (review.nextOn() != null) {
            body.add(meta(look.say("plan.review.next", look.date(review.nextOn()))));
        }
        body.add(meta(look.say(
                "plan.review.signed",
                desk.name(review.signedBy()),
                look.dateTime(review.signedAt(), review.centre()))));
        return body;
    }

    private ListItem goal(ReviewedGoal goal) {
        var statement = new Span(goal.statement());
        statement.addClassName("relais-strong");
        var head = new Div(statement, look.state(goal.state()));
        head.addClassName("relais-row");
        var item = new ListItem(head);
        if (goal.before() != goal.state()) {
            head.add(meta(look.say(
                    "plan.review.goal.moved",
                    look.say(goal.before().key()),
                    look.say(goal.state().key()))));
        }
        if (goal.summary() != null) {
            item.add(new Paragraph(goal.summary()));
        }
        return item;
    }

    private void versions(ReviewDesk desk, ReviewRow review, Grant grant) {
        var list = new UnorderedList();
        list.addClassName("relais-review-cards");
        desk.reviews().versions(desk.access().fresh(grant), review.id()).forEach(version -> {
            var card = new Article(head(version), body(desk, version));
            card.addClassName("relais-review-card");
            list.add(new ListItem(card));
        });
        var dialog = new Dialog(list);
        dialog.addClassName("relais-review-dialog");
        dialog.setHeaderTitle(look.say("plan.review.versions.title", review.number()));
        dialog.getFooter().add(new Button(look.say("uikit.close"), event -> dialog.close()));
        dialog.open();
    }

    private Button small(String key, Runnable action) {
        var button = new BusyButton(look.say(key), action);
        button.addThemeNames("small", "tertiary");
        return button;
    }

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassNames("relais-meta", "relais-small-text");
        return span;
    }
}
