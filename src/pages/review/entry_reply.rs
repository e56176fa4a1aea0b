//! Replies from a chat: the text that is sent, and what comes back, read by its line numbers and shown before it counts.

use crate::components::form::fields::{SelectInput, TextArea};
use crate::components::words;
use crate::i18n::{grid_words, reply_form, reply_reading, reply_template};
use crate::model::record::Record;
use crate::model::record::typed::signs;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::ids::UnitId;
use crate::model::review::reply::{Reply, ReplyAnswer, read};
use crate::model::review::reply_form::{AnswerForm, AskedFor, AskedLine, ReplyValue};
use crate::model::review::taken::RestsOn;
use crate::model::review::typed_apart::TypedPlace;
use crate::pages::review::context::{sample_mark, units};
use crate::pages::review::entry_grid::Grid;
use crate::pages::review::pasted_text::{EmptyField, PastedText};
use crate::platform::nfkc::nfkc;
use crate::platform::share;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The text for the chat, and a field for what comes back.
#[component]
pub(super) fn ChatReplies(grid: Grid) -> impl IntoView {
    let text = words();
    let words = grid_words(text.lang);
    let form = StoredValue::new(grid.standard.with_value(|standard| reply_form(text, standard)));
    let kind = grid.standard.with_value(|standard| standard.unit.id.clone());
    let pasted = PastedText::new(grid.session, TypedPlace::Replies(kind));
    let cards = RwSignal::new(Vec::<ReplyCard>::new());
    let said = RwSignal::new(String::new());
    let copy = move |_| {
        let sent =
            grid.standard.with_value(|standard| reply_template(text, standard, standard.year, "", &Record::default()));
        let mark = sample_mark();
        let sent = if mark.is_empty() { sent } else { format!("{mark}\n{sent}") };
        spawn_local(async move {
            let done = share::copy(&sent).await;
            said.try_set(if done { words.form_copied } else { words.form_not_copied }.to_owned());
        });
    };
    let look = move |_| {
        let found = form.with_value(|form| read(form, &pasted.read(), &reply_reading(text)));
        said.set(if found.iter().all(|reply| reply.answers.is_empty()) {
            words.nothing_read.to_owned()
        } else {
            String::new()
        });
        let says_something = |reply: &Reply| !reply.answers.is_empty() || !reply.unread.is_empty();
        cards.set(found.into_iter().filter(says_something).map(ReplyCard::new).collect());
    };
    let shown = move || {
        let counted = move || {
            // The replies stay on the page: what is undone can be counted again.
            if cards.with_untracked(|cards| untrack(|| cards.iter().all(|card| card.is_used(grid, cards)))) {
                pasted.used();
            }
        };
        cards.get().into_iter().map(|card| view! { <OneReply grid form card done=counted /> }).collect::<Vec<_>>()
    };
    let value = pasted.value();
    // What waits there is seen.
    let open = value.with_untracked(|pasted| !pasted.is_empty());
    view! {
        <details class="more" data-chat="" open=open>
            <summary>{words.chat_replies}</summary>
            <p>{words.chat_lead}</p>
            <p class="actions"><button type="button" data-do="copy-form" on:click=copy>{words.copy_form}</button></p>
            <div class="field">
                <label for="chat-pasted">{words.paste_replies}</label>
                <TextArea value store=move |typed| pasted.take(typed) attr:id="chat-pasted" attr:rows="6" on:focusout=move |_| pasted.leave() />
            </div>
            <p class="actions">
                <button type="button" data-do="read-replies" on:click=look>{words.read_replies}</button> " "
                <EmptyField pasted field="chat-pasted" />
            </p>
            <p role="status" data-chat-said="">{move || said.get()}</p>
            {shown}
        </details>
    }
}

/// A reply that was read, and the unit that it was counted for last.
#[derive(Clone)]
struct ReplyCard {
    reply: Arc<Reply>,
    counted_for: ArcRwSignal<Option<UnitId>>,
}

impl ReplyCard {
    fn new(reply: Reply) -> Self {
        Self { reply: Arc::new(reply), counted_for: ArcRwSignal::new(None) }
    }

    /// How many answers of it count for the unit that it was counted for; nothing where one was undone or replaced since,
    /// and where none of them counts. Followed.
    fn counts(&self, grid: Grid) -> Option<usize> {
        let unit = self.counted_for.get()?;
        let mut many = 0;
        for (column, text) in self.reply.answers.iter().filter_map(|answer| cell(grid, answer)) {
            if stands(grid, unit, &column, &text) {
                many += 1;
            } else if !waits(grid, unit, &column, &text) {
                return None;
            }
        }
        (many > 0).then_some(many)
    }

    /// Whether nothing of it is lost with the text that all of these were read of: each answer stands in its cell, be it
    /// that a day is missing, or is replaced by what another of them says; and all of it could be read.
    fn is_used(&self, grid: Grid, all: &[Self]) -> bool {
        let Some(unit) = self.counted_for.get().filter(|_| self.reply.unread.is_empty()) else { return false };
        let of_unit = |other: &&Self| other.counted_for.get() == Some(unit);
        self.reply.answers.iter().all(|answer| {
            let said = all.iter().filter(of_unit).flat_map(|other| &other.reply.answers);
            let mut places = said.filter(|said| said.asked == answer.asked).filter_map(|said| cell(grid, said));
            places.any(|(column, text)| stands(grid, unit, &column, &text) || waits(grid, unit, &column, &text))
        })
    }
}

/// Whether this stands in a cell of the grid, and counts.
fn stands(grid: Grid, unit: UnitId, column: &GridColumn, text: &str) -> bool {
    let shown = |record: &Record| grid.standard.with_value(|standard| column.shown(standard, record));
    grid.entered.with(|all| all.get(&unit).is_some_and(|entered| shown(&entered.record) == text))
}

/// Whether this stands in a cell of the grid and does not count yet, as its day is missing.
fn waits(grid: Grid, unit: UnitId, column: &GridColumn, text: &str) -> bool {
    grid.unread.with(|unread| unread.get(&(unit, column.clone())).is_some_and(|(waiting, _)| waiting == text))
}

/// One reply: whose it is, what was read of it, what was not.
#[component]
fn OneReply(
    grid: Grid,
    form: StoredValue<Vec<AskedLine>>,
    card: ReplyCard,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let (text, reply) = (words(), Arc::clone(&card.reply));
    let (words, all) = (grid_words(text.lang), units());
    let names = move || {
        let units = grid.units.get();
        all.with(|all| units.iter().map(|unit| (*unit, all.name_of(*unit))).collect::<Vec<_>>())
    };
    // Only what is called so, and alone is; for all else the person says whose it is.
    let plain = |name: &str| nfkc(&signs(name).collect::<String>());
    let same = reply.unit.as_ref().map(|called| plain(called));
    let same = same.and_then(|called| untrack(names).into_iter().find(|(_, name)| plain(name) == called));
    let chosen = RwSignal::new(same.map_or(String::new(), |(unit, _)| unit.to_string()));
    let counts = {
        let card = card.clone();
        Memo::new(move |_| {
            let for_it = card.counted_for.get().map_or(String::new(), |unit| unit.to_string());
            // Of another unit that is chosen now it says nothing.
            chosen.with(|chosen| *chosen == for_it).then(|| card.counts(grid)).flatten()
        })
    };
    let title = reply.unit.iter().chain(&reply.heading).cloned().collect::<Vec<_>>().join(" ");
    let rows = reply.answers.iter().map(|answer| {
        let (asked, meant) = form.with_value(|form| said(form, answer));
        // What was typed before, of the paper or another reply, is seen before it is replaced.
        let place = cell(grid, answer);
        let before = move || {
            let (column, text) = place.as_ref()?;
            let unit = UnitId::try_from(chosen.get()).ok()?;
            let shown = grid.entered.with(|all| {
                let entered = all.get(&unit)?;
                Some(grid.standard.with_value(|standard| column.shown(standard, &entered.record)))
            })?;
            (!shown.is_empty() && shown != *text).then_some(shown)
        };
        view! {
            <tr>
                <td class="numeric">{answer.line}</td>
                <td>{format!("{} {asked}", answer.number)}</td>
                <td>{answer.typed.clone()}</td>
                <td><b>{meant}</b> " " <span class="hint" data-replaces="">{move || before().map(|shown| (words.replaces)(&shown))}</span></td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let unread = reply.unread.iter().map(|line| view! { <li>{format!("{} {}", line.line, line.typed)}</li> });
    let unread = unread.collect::<Vec<_>>();
    let unread = (!unread.is_empty()).then(|| {
        view! { <div class="notice" data-unread-lines=""><p>{words.lines_unread}</p><ul>{unread}</ul></div> }
    });
    let count = move |_| {
        let Ok(unit) = UnitId::try_from(chosen.get_untracked()) else { return };
        let cells = card.reply.answers.iter().filter_map(|answer| cell(grid, answer));
        let cells = cells.map(|(column, text)| (unit, column, text)).collect();
        grid.rests_on.set(RestsOn::Chat);
        if grid.keep(cells).is_some() {
            card.counted_for.set(Some(unit));
            done.run(());
        }
    };
    let options = move || {
        names()
            .into_iter()
            .map(|(unit, name)| view! { <option value=unit.to_string()>{name}</option> })
            .collect::<Vec<_>>()
    };
    let said_counted =
        move || counts.get().map(|many| view! { <p role="status" data-counted="">{(words.counted)(many)}</p> });
    view! {
        <section class="preview" data-reply="">
            <h3>{title}</h3>
            <table class="answers">
                <thead>
                    <tr>
                        <th scope="col" class="numeric">{words.line}</th>
                        <th scope="col">{words.asked}</th>
                        <th scope="col">{words.typed}</th>
                        <th scope="col">{words.means}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {unread}
            <div class="field">
                <label>
                    {words.whose} " "
                    {move || view! {
                        <SelectInput value=chosen store=move |unit| chosen.set(unit) attr:class="whose">
                            <option value="">{words.choose_unit}</option>
                            {options()}
                        </SelectInput>
                    }}
                </label>
            </div>
            <p class="actions">
                <button type="button" data-do="count-reply" disabled=move || chosen.with(String::is_empty) || counts.get().is_some() on:click=count>{words.count_reply}</button>
            </p>
            {said_counted}
        </section>
    }
}

/// What was asked on the line of an answer, and what was understood.
fn said(form: &[AskedLine], answer: &ReplyAnswer) -> (String, String) {
    let Some(asked) = form.iter().find(|line| line.number == answer.number) else { return Default::default() };
    let meant = match (&answer.value, &asked.form) {
        (ReplyValue::Number(count), AnswerForm::Number(unit)) => format!("{count} {unit}").trim_end().to_owned(),
        (ReplyValue::Number(count), _) => count.to_string(),
        (ReplyValue::Choice(choice), AnswerForm::One(options)) => {
            options.iter().find(|option| option.choice == *choice).map_or(String::new(), |option| option.words.clone())
        }
        (ReplyValue::Choice(_), _) => answer.typed.clone(),
    };
    (asked.label.clone(), meant)
}

/// The cell of the grid that an answer belongs into, and what is typed there for it.
fn cell(grid: Grid, answer: &ReplyAnswer) -> Option<(GridColumn, String)> {
    let number = |count: crate::model::record::facts::Count| count.to_string();
    match (&answer.asked, &answer.value) {
        (AskedFor::Fact(fact), ReplyValue::Number(count)) => Some((GridColumn::Fact(fact.clone()), number(*count))),
        (AskedFor::Fault(item, at), ReplyValue::Number(count)) => {
            Some((GridColumn::Fault(item.clone(), *at), number(*count)))
        }
        (AskedFor::Item(item), ReplyValue::Number(count)) => Some((GridColumn::Number(item.clone()), number(*count))),
        (AskedFor::Item(item), ReplyValue::Choice(choice)) => {
            let mut record = Record::default();
            record.answers.edit(item, |answer| answer.choice = Some(choice.clone()));
            let columns = [GridColumn::Option(item.clone()), GridColumn::Parts(item.clone())];
            let said = |column: GridColumn| {
                let text = grid.standard.with_value(|standard| column.shown(standard, &record));
                (!text.is_empty()).then_some((column, text))
            };
            columns.into_iter().find_map(said)
        }
        (AskedFor::Fact(_) | AskedFor::Fault(..), ReplyValue::Choice(_)) => None,
    }
}
