package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever goes through a page by Tab alone sees where they are at every stop, and comes to its end:
 * WCAG 2.1.2 (no trap), 2.4.7 (focus visible) and 2.4.11 (focus not obscured).
 */
class FocusTest {
  /** Stops at a page; lists go on in the same way. */
  private static final int MOST = 45;

  /**
   * Where the focus is: nothing behind the last stop, else the element, and what is wrong with it.
   * What is drawn for a control that lies unseen over it may carry the outline in its place.
   */
  private static final String STOP =
      """
      (() => {
        const e = document.activeElement;
        if (!e || e === document.body) return '';
        const named = [...document.querySelectorAll('*')].indexOf(e) + ' ' + e.localName + (e.id ? '#' + e.id : '') + (e.className ? '.' + String(e.className).split(' ').join('.') : '')
          + ' "' + (e.ariaLabel || e.textContent || e.name || '').trim().slice(0, 30) + '"';
        const outlined = one => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0;
        const faults = [];
        if (![e, e.nextElementSibling, e.parentElement].some(outlined)) faults.push('shows no focus');
        const r = e.getBoundingClientRect();
        const [left, top, right, bottom] = [Math.max(r.left, 0), Math.max(r.top, 0), Math.min(r.right, innerWidth), Math.min(r.bottom, innerHeight)];
        if (right - left < 1 || bottom - top < 1) faults.push('is out of sight');
        else {
          const seen = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].some(([x, y]) => {
            const over = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
            return over && (e.contains(over) || over.contains(e) || e.labels?.[0]?.contains(over));
          });
          if (!seen) faults.push('is covered');
        }
        return named + (faults.length ? ' ! ' + faults.join(', ') : '');
      })()""";

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();
  private final Browser browser = STUDIO.browser();

  @Test
  void everyStopIsSeenAndNoPageIsATrap() {
    browser.size(390, 800); // where bars above and below leave the least room
    List<String> found = new ArrayList<>();
    for (StudioPages.Address page : StudioPages.all()) {
      STUDIO.open(page.path());
      browser.await("!document.querySelector('.waiting')");
      String before = "";
      for (int stops = 0; stops < MOST; stops++) {
        browser.press("Tab", 0);
        String stop = String.valueOf(browser.eval(STOP));
        if (stop.isEmpty() && stops > 0) {
          break;
        }
        if (stop.equals(before)) {
          found.add(page + ": " + stop + " holds the focus");
          break;
        }
        if (stop.contains(" ! ")) {
          found.add(page + ": " + stop);
        }
        before = stop;
      }
    }
    assertThat(found).isEmpty();
  }
}
