package io.retrace.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.retrace.ui.component.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What happens to every page and session: our language, our words when a session ends, our answer to faults. */
@Component
class SessionPolicy implements VaadinServiceInitListener {

    private final Faults faults;

    SessionPolicy(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(info -> messages(info.getLocale()));
        service.addUIInitListener(init -> Language.apply(init.getUI()));
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(faults::answer));
    }

    /** The session-expired page learns from the browser’s referrer where the person was, and leads back there. */
    private static SystemMessages messages(Locale locale) {
        var words = new Words(locale, ZoneOffset.UTC);
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL("/" + Routes.SESSION_EXPIRED);
        messages.setInternalErrorCaption(words.say("fault.title"));
        messages.setInternalErrorMessage(words.say("fault.reload"));
        messages.setCookiesDisabledCaption(words.say("fault.cookies.title"));
        messages.setCookiesDisabledMessage(words.say("fault.cookies"));
        return messages;
    }
}
