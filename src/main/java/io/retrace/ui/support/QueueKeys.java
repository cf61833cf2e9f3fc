package io.retrace.ui.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.retrace.ui.component.Words;
import tools.jackson.databind.node.JsonNodeFactory;

/** Walks through the queue by keys, and says which. */
@Tag("retrace-keys")
@JsModule("./components/retrace-keys.ts")
final class QueueKeys extends Component {

    QueueKeys(Words words) {
        var texts = JsonNodeFactory.instance.objectNode();
        texts.put("label", words.say("support.keys"));
        texts.put("move", words.say("support.keys.move"));
        texts.put("open", words.say("support.keys.open"));
        texts.put("help", words.say("support.keys.help"));
        texts.put("down", words.say("support.keys.down"));
        texts.put("up", words.say("support.keys.up"));
        texts.put("openRow", words.say("support.keys.open.row"));
        texts.put("helpRow", words.say("support.keys.help.row"));
        texts.put("close", words.say("support.keys.close"));
        texts.put("offButton", words.say("support.keys.off"));
        texts.put("offShort", words.say("support.keys.are-off"));
        getElement().setPropertyJson("texts", texts);
    }
}
