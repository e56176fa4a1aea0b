//! A cell of the grid: typed, kept a second after the last key and when it is left; the number of an option
//! leads on by itself.

use crate::components::form::fields::TextInput;
use crate::components::words;
use crate::i18n::grid_words;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::ids::UnitId;
use crate::pages::review::entry_grid::{CellPlace, Grid};
use crate::platform::{clock, navigation};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlInputElement;

/// How long nobody types before what was typed is kept.
const REST: Duration = Duration::from_secs(1);

/// A cell. `columns` are those that stand beside each other.
#[component]
pub(super) fn GridCell(
    grid: Grid,
    unit: UnitId,
    column: GridColumn,
    columns: StoredValue<Vec<GridColumn>>,
    name: Signal<String>,
) -> impl IntoView {
    let text = words();
    let place = StoredValue::new((unit, column.clone()));
    let typed = RwSignal::new(None::<String>);
    let times = StoredValue::new(0_u32);
    let kept = Memo::new(move |_| place.with_value(|place| kept_text(grid, place)));
    let value = Signal::derive(move || typed.get().unwrap_or_else(|| kept.get()));
    let store = move || {
        let Some(Some(now)) = typed.try_get_untracked() else { return };
        if kept.try_get_untracked().is_some_and(|kept| kept != now) {
            let (unit, column) = place.get_value();
            if grid.keep(vec![(unit, column, now)]).is_none() {
                // It stays in the cell.
                return;
            }
        }
        typed.try_set(None);
        grid.session.typing(false);
    };
    // A cell that is taken off its page is not always left before.
    on_cleanup(move || {
        if typed.try_with_untracked(Option::is_some) == Some(true) {
            store();
            grid.session.typing(false);
        }
    });
    let down =
        move || place.with_value(|(_, column)| columns.with_value(|columns| lead_down("data-column", column, columns)));
    let take = move |text: String| {
        let leads_on = place
            .with_value(|(_, column)| grid.standard.with_value(|standard| column.is_whole_option(standard, &text)));
        typed.set(Some(text));
        grid.session.typing(true);
        times.update_value(|times| *times = times.wrapping_add(1));
        if leads_on {
            store();
            return down();
        }
        let now = times.get_value();
        clock::later(
            move || {
                if times.try_get_value() == Some(now) {
                    store();
                }
            },
            REST,
        );
    };
    let leave = move || {
        times.update_value(|times| *times = times.wrapping_add(1));
        store();
    };
    // What stood there when the cell was entered: Escape brings it back, as in a sheet.
    let entered = StoredValue::new(String::new());
    let key = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "Enter" | "ArrowDown" => {
                event.prevent_default();
                down();
            }
            "Escape" if entered.with_value(|entered| value.with_untracked(|now| now != entered)) => {
                typed.set(Some(entered.get_value()));
                leave();
                event_target::<HtmlInputElement>(&event).select();
            }
            _ => {}
        }
    };
    let paste = move |event: web_sys::ClipboardEvent| {
        let data = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let filled = place.with_value(|place| columns.with_value(|columns| grid.paste(place, columns, &data)));
        if filled {
            event.prevent_default();
        }
    };
    let wrong = Memo::new(move |_| place.with_value(|place| is_wrong(grid, place)));
    let said = grid
        .standard
        .with_value(|standard| column.words(standard).map_or(String::new(), |words| words.get(text.lang).to_owned()));
    let label = move || (grid_words(text.lang).cell_of)(&said, &name.get());
    view! {
        <TextInput
            value=value
            store=take
            attr:class="number"
            attr:inputmode="numeric"
            attr:data-column=column.key()
            attr:aria-label=label
            attr:aria-invalid=move || wrong.get().then_some("true")
            attr:aria-describedby="cell-said"
            on:focusin=move |event: ev::FocusEvent| {
                // What is typed takes the place of what stands there.
                event_target::<HtmlInputElement>(&event).select();
                entered.set_value(value.get_untracked());
                place.with_value(|place| grid.at.set(Some(place.clone())));
            }
            on:focusout=move |_| leave()
            on:keydown=key
            on:paste=paste
        />
    }
}

/// What stands in a cell that nobody types in.
fn kept_text(grid: Grid, place: &CellPlace) -> String {
    let unread = grid.unread.with(|unread| unread.get(place).map(|(text, _)| text.clone()));
    let entered = || {
        grid.entered.with(|all| {
            let record = &all.get(&place.0)?.record;
            Some(grid.standard.with_value(|standard| place.1.shown(standard, record)))
        })
    };
    unread.or_else(entered).unwrap_or_default()
}

/// Moves the focus to the next unit's cell; below the last unit the next column begins.
/// Cells name their column in this attribute.
pub(super) fn lead_down(attribute: &str, column: &GridColumn, columns: &[GridColumn]) {
    let selector_of = |column: &GridColumn| format!("[{attribute}='{}']", column.key());
    if navigation::to_next_field(&selector_of(column)) {
        return;
    }
    if let Some(next) = columns.iter().skip_while(|one| *one != column).nth(1) {
        let _ = navigation::to_field(&selector_of(next));
    }
}

/// Whether a cell cannot be read, or is more than another number of the unit allows.
fn is_wrong(grid: Grid, place: &CellPlace) -> bool {
    let unread = grid.unread.with(|unread| unread.contains_key(place));
    let GridColumn::Fact(fact) = &place.1 else { return unread };
    unread
        || grid.entered.with(|all| {
            let clashes = all
                .get(&place.0)
                .map(|entered| grid.standard.with_value(|standard| entered.record.facts.clashes(standard)));
            clashes.is_some_and(|clashes| clashes.iter().any(|clash| clash.fact == *fact || clash.than == *fact))
        })
}
