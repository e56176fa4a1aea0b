//! The items of what was handed in: on the screen as a table with photos, on paper as the sheet of points with its code.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::print_page::PrintSurface;
use crate::components::words;
use crate::i18n::{Text, answer, day, range, sheet};
use crate::model::photos::bundle::PhotoBundle;
use crate::model::print::table::Sheet;
use crate::model::record::answers::Answer;
use crate::model::scoring::score::Score;
use crate::model::standard::item::Item;
use crate::model::submission::OpenedSubmission;
use crate::pages::review::context::desk;
use crate::pages::review::table_tools::TableTools;
use crate::platform::paper::{Orientation, lay};
use crate::platform::{clock, paper, photos};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// What was handed in, on the screen or as it is printed.
#[component]
pub(super) fn HandedIn(opened: Arc<OpenedSubmission>, photos: Arc<PhotoBundle>) -> impl IntoView {
    let words = &desk().unit;
    let on_paper = RwSignal::new(false);
    on_cleanup(|| lay(None));
    move || {
        let opened = opened.clone();
        if on_paper.get() {
            view! { <OnPaper opened on_paper /> }.into_fresh()
        } else {
            let items = items(&opened, &photos);
            let sheet = Box::new(move || points_sheet(&opened));
            view! {
                <p class="actions"><button type="button" data-do="on-paper" on:click=move |_| on_paper.set(true)>{words.on_paper}</button></p>
                <TableTools sheet />
                {items}
            }
            .into_fresh()
        }
    }
}

/// The sheet of points, made of a draft of nobody; nothing where the browser gives no random numbers.
fn points_sheet(opened: &OpenedSubmission) -> Option<Sheet> {
    let draft = opened.submission.draft(&opened.standard, clock::new_id()?, clock::now()?);
    Some(sheet(words(), &draft, &draft.score(), Some(&opened.submission.codes.signed)))
}

/// The sheet of points as it is printed, with the check code at its foot.
#[component]
fn OnPaper(opened: Arc<OpenedSubmission>, on_paper: RwSignal<bool>) -> impl IntoView {
    let (text, words) = (words(), &desk().unit);
    let surface = PrintSurface::default();
    lay(Some(Orientation::Landscape));
    let shown = opened.clone();
    let draw = move || {
        if let Some(sheet) = points_sheet(&shown) {
            surface.show_table(text, &sheet);
        }
    };
    clock::later(draw, Duration::ZERO);
    let name = text.paper().points;
    let back = move |_| {
        lay(None);
        on_paper.set(false);
    };
    view! {
        <p class="actions print-bar">
            <button type="button" class="primary" data-do="print" on:click=|_| paper::print()>{words.print}</button>
            <button type="button" data-do="on-screen" on:click=back>{words.on_screen}</button>
        </p>
        {surface.view(name, Orientation::Landscape)}
    }
}

fn items(opened: &OpenedSubmission, photos: &Arc<PhotoBundle>) -> FreshView {
    let (text, standard) = (words(), &opened.standard);
    let record = opened.submission.record();
    let score = Score::of(standard, &record);
    let groups = standard
        .sections
        .iter()
        .map(|section| (format!("{} {}", section.id, section.words.get(text.lang)), &section.items))
        .chain(std::iter::once((standard.bonus.words.get(text.lang).to_owned(), &standard.bonus.items)))
        .chain(std::iter::once((text.tasks.texts.to_owned(), &standard.texts)))
        .filter(|(_, items)| !items.is_empty());
    let groups = groups.map(|(title, items)| {
        let rows = items.iter().map(|item| {
            let said = answer(text, standard, item, &record);
            let given = record.answers.get(&item.id);
            let won = score.item(&item.id).map(|won| format!("{} / {}", range(won.range), item.points));
            row(text, item, standard.number_of(&item.id).unwrap_or_default(), said, won, given, photos)
        });
        let rows = rows.collect::<Vec<_>>();
        view! {
            <h2>{title}</h2>
            <table class="answers">
                <thead>
                    <tr>
                        <th scope="col">{text.check.item}</th>
                        <th scope="col">{text.check.answer}</th>
                        <th scope="col" class="numeric">{text.check.points}</th>
                        <th scope="col">{text.check.evidence}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! { <div class="wide-table" tabindex="0" role="region" aria-label=desk().unit.as_handed_in data-handed-in="">{groups.collect::<Vec<_>>()}</div> }.into_fresh()
}

fn row(
    text: &'static Text,
    item: &Item,
    number: String,
    said: Option<String>,
    won: Option<String>,
    given: Option<&Answer>,
    photos: &Arc<PhotoBundle>,
) -> impl IntoView + use<> {
    let said = match said {
        Some(said) => view! { <span class="said">{said}</span> }.into_fresh(),
        None => view! { <span class="open">{text.check.open}</span> }.into_fresh(),
    };
    let shown = given.map_or(String::new(), |given| {
        let date = given.evidence.date.map_or(String::new(), |date| day(text, date));
        let parts = [given.evidence.ledger.trim(), given.evidence.page.trim(), &date, given.note.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(text.comma())
    });
    let pictures = given.map(|given| pictures(given, photos)).unwrap_or_default();
    view! {
        <tr data-row=item.id.to_string()>
            <th scope="row"><span class="item-id">{number}</span> " " {item.words.get(text.lang).to_owned()}</th>
            <td data-label=text.check.answer>{said}</td>
            <td class="numeric" data-label=text.check.points>{won}</td>
            <td data-label=text.check.evidence>{shown} {pictures}</td>
        </tr>
    }
}

/// The photos of an answer. Their addresses last as long as the row.
fn pictures(given: &Answer, photos: &Arc<PhotoBundle>) -> Vec<FreshView> {
    let found = given.photos.iter().filter_map(|photo| {
        let (_, bytes) = photos.photos.iter().find(|(digest, _)| *digest == photo.digest)?;
        let address = photos::address(photo, bytes)?;
        let url = address.to_string();
        let kept = StoredValue::new_local(Some(address));
        on_cleanup(move || _ = kept.try_update_value(Option::take));
        let caption = photo.caption.clone();
        Some(view! { <img class="received-photo" src=url alt=caption /> }.into_fresh())
    });
    found.collect()
}
