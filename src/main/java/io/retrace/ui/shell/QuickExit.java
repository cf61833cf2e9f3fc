package io.retrace.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import io.retrace.ui.component.Words;
import java.net.URI;

/**
 * “Leave quickly”: replaces the page by a neutral site, so that “back” does not return; three times Escape does the same.
 * It ends nothing else, asks nothing, and works as a plain link when scripts do not.
 */
final class QuickExit extends Anchor {

    QuickExit(URI site, Words words) {
        super(site.toString(), words.say("shell.leave"));
        addClassNames("exit");
        setRouterIgnore(true);
        getElement().setAttribute("rel", "noreferrer nofollow");
        getElement().setAttribute("title", words.say("shell.leave.hint"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                        if (this.leaving) return;
                        const leave = this.leaving = () => {
                          document.documentElement.style.visibility = 'hidden';
                          window.location.replace(this.href);
                        };
                        this.addEventListener('click', event => { event.preventDefault(); leave(); });
                        let pressed = [];
                        document.addEventListener('keydown', event => {
                          if (event.key !== 'Escape') { pressed = []; return; }
                          const now = Date.now();
                          pressed = [...pressed.filter(at => now - at < 2000), now];
                          if (pressed.length >= 3 && this.isConnected) leave();
                        });""");
    }
}
