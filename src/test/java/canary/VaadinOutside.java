package canary;

import com.vaadin.flow.component.html.Div;

/** Wrong: a component outside the rooms that draw. */
class VaadinOutside extends Div {}
