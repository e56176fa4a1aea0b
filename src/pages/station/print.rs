//! The sheets of paper, a place each: leaves as they are printed, below buttons that are not.

use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::print_page::{PrintSurface, columns, print_page};
use crate::components::{session, words};
use crate::i18n::{Approval, Text, approval, approval_name, data_sheet, sheet as points_sheet, todo};
use crate::model::digest::CheckCode;
use crate::model::draft::Draft;
use crate::model::standard::Standard;
use crate::model::standard::ids::DraftId;
use crate::platform::clock;
use crate::platform::paper;
use crate::platform::paper::{Orientation, lay, when_heights_change};
use crate::routes::{Page, PrintSheet, Route};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// The check code of what was exported last, if nothing has changed since.
fn sheet_code(draft: &Draft) -> Option<CheckCode> {
    let last = draft.last_export().filter(|_| !draft.changed_since_export());
    last.map(|last| last.codes.signed.clone())
}

fn name(text: &Text, standard: &Standard, sheet: PrintSheet) -> String {
    match sheet {
        PrintSheet::Approval => approval_name(text, standard),
        PrintSheet::Points => text.paper().points.to_owned(),
        PrintSheet::Todo => text.paper().todo.to_owned(),
        PrintSheet::Data => text.paper().data.to_owned(),
        PrintSheet::BlankData => text.paper().blank_data.to_owned(),
    }
}

/// Links to the sheets of a draft.
#[component]
pub fn SheetLinks(
    /// The words of the page.
    text: &'static Text,
    /// The draft.
    draft: DraftId,
) -> impl IntoView {
    let names = session().draft.with_untracked(|draft| PrintSheet::ALL.map(|sheet| name(text, &draft.standard, sheet)));
    let links = PrintSheet::ALL.into_iter().zip(names).map(|(sheet, name)| {
        let href = Route::Draft(draft.clone(), Page::Print(sheet)).href();
        view! { <a class="button" data-sheet=sheet.name() href=href>{name}</a> " " }
    });
    let links = links.collect::<Vec<_>>();
    let head = Route::Draft(draft, Page::Head).href();
    let title =
        session().draft.with_untracked(|draft| (text.signing().title)(draft.standard.posts.head.get(text.lang)));
    view! { <h2>{text.paper().sheets}</h2> <p class="actions"><a class="button" data-head="" href=head>{title}</a> " " {links}</p> }
}

/// What to do where there is no printer. It stands on the screen alone.
#[component]
fn NoPrinter() -> impl IntoView {
    let words = words().signing();
    let steps = words.no_printer_steps.map(|step| view! { <li>{step}</li> });
    view! { <details class="more" data-no-printer=""><summary>{words.no_printer}</summary> <ol>{steps}</ol></details> }
}

/// The place of a sheet.
#[component]
pub fn PrintPage(
    /// Which one.
    sheet: PrintSheet,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let paper = text.paper();
    let (draft, score) = (session.draft.get_untracked(), session.score.get_untracked());
    let code = sheet_code(&draft);
    let (back, back_words) = match sheet {
        PrintSheet::Data | PrintSheet::BlankData => (Page::Facts, paper.to_facts),
        PrintSheet::Approval | PrintSheet::Points | PrintSheet::Todo => (Page::Result, paper.back),
    };
    let back = Route::Draft(draft.id.clone(), back).href();
    let others = PrintSheet::ALL.into_iter().filter(|other| *other != sheet).map(|other| {
        let href = Route::Draft(draft.id.clone(), Page::Print(other)).href();
        view! { <a href=href>{name(text, &draft.standard, other)}</a> " " }
    });
    let others = others.collect::<Vec<_>>();
    let title = name(text, &draft.standard, sheet);
    let heading = title.clone();
    let orientation = match sheet {
        PrintSheet::Points | PrintSheet::Data | PrintSheet::BlankData => Orientation::Landscape,
        PrintSheet::Approval | PrintSheet::Todo => Orientation::Portrait,
    };
    let desk = PrintSurface::default();
    let draw: Rc<dyn Fn()> = match sheet {
        PrintSheet::Approval => {
            let approval = approval(text, &draft, &score, code.as_ref());
            Rc::new(move || desk.show_one(6, &|size| approval_leaf(text, &approval, size).into_fresh()))
        }
        PrintSheet::Points => {
            let sheet = points_sheet(text, &draft, &score, code.as_ref());
            Rc::new(move || desk.show_table(text, &sheet))
        }
        PrintSheet::Data | PrintSheet::BlankData => {
            let sheet = data_sheet(text, &draft, &score, code.as_ref(), sheet == PrintSheet::BlankData);
            Rc::new(move || desk.show_table(text, &sheet))
        }
        PrintSheet::Todo => {
            let sheet = todo(text, &draft, &score, code.as_ref());
            Rc::new(move || desk.show_table(text, &sheet))
        }
    };
    lay(Some(orientation));
    on_cleanup(|| lay(None));
    let again = draw.clone();
    when_heights_change(move || again());
    // Once the place stands.
    clock::later(move || draw(), Duration::ZERO);
    view! {
        <div class="print-bar">
            <Heading title=heading />
            <p class="actions">
                <button type="button" class="primary" data-do="print" on:click=|_| paper::print()>{paper.print}</button>
                <a href=back>{back_words}</a> " "
                {others}
            </p>
            <p class="hint">{paper.print_hint}</p>
            <NoPrinter />
        </div>
        {desk.view(&title, orientation)}
    }
}

/// The sheet that is signed: one leaf, its boxes as high as there is room.
fn approval_leaf(text: &'static Text, sheet: &Approval, size: u8) -> impl IntoView + use<> {
    let basics = pairs(&sheet.basics);
    let numbers = (!sheet.numbers.is_empty()).then(|| {
        view! {
            <table class="leaf-table">
                <colgroup>{columns(&[30, 20, 30, 20])}</colgroup>
                <tbody data-numbers="">{pairs(&sheet.numbers)}</tbody>
            </table>
        }
    });
    let heads = [0, 1].map(|_| sheet.heads.map(|head| view! { <th scope="col">{head}</th> }));
    let sections = sheet.sections.chunks(2).map(|two| {
        let cells = two.iter().map(|[words, points, won]| view! {
            <th scope="row">{words.clone()}</th> <td class="centred">{points.clone()}</td> <td class="centred">{won.clone()}</td>
        });
        let cells = cells.collect::<Vec<_>>();
        let rest = (two.len() < 2).then(|| view! { <td></td> <td></td> <td></td> });
        view! { <tr>{cells} {rest}</tr> }
    });
    let sections = sections.collect::<Vec<_>>();
    let [total, points, won] = &sheet.total;
    let said = sheet.said.as_ref().map(|(asked, said)| {
        view! {
            <div class="box-said"><b>{asked.clone()}</b> <p>{said.clone()}</p></div>
        }
    });
    let [characters, opinions] = &sheet.boxes;
    let boxes = [(characters, None), (opinions, Some(text.paper().signature))].map(|(row, signature)| {
        let boxes = row.iter().map(|who| view! {
            <div class="box"><b>{who.clone()}</b> {signature.map(|words| view! { <p>{words}</p> })} <p class="box-day">{text.paper().day}</p></div>
        });
        (!row.is_empty()).then(|| view! { <div class="boxes">{boxes.collect::<Vec<_>>()}</div> })
    });
    let body = view! {
        <div class="approval">
            <div class="leaf-head"><h2 class="leaf-title">{sheet.title.clone()}</h2> <p class="leaf-name">{sheet.name.clone()}</p></div>
            <table class="leaf-table">
                <colgroup>{columns(&[27, 23, 27, 23])}</colgroup>
                <tbody>
                    <tr><th scope="row">{sheet.unit.0}</th> <td colspan="3">{sheet.unit.1.clone()}</td></tr>
                    {basics}
                </tbody>
            </table>
            {numbers}
            <table class="leaf-table">
                <colgroup>{columns(&[28, 9, 13, 28, 9, 13])}</colgroup>
                <thead><tr>{heads}</tr></thead>
                <tbody>
                    {sections}
                    <tr data-role="sum">
                        <th scope="row">{total.clone()}</th> <td class="centred">{points.clone()}</td>
                        <td colspan="4">{won.clone()}</td>
                    </tr>
                    <tr data-role="sum"><th scope="row">{sheet.stars.0}</th> <td colspan="5">{sheet.stars.1.clone()}</td></tr>
                </tbody>
            </table>
            {said}
            {boxes}
        </div>
    };
    print_page(body, size, &sheet.foot, (text.paper().page)(1, 1))
}

/// Pairs as the rows of a table.
fn pairs(all: &[(String, String)]) -> impl IntoView + use<> {
    let rows = in_rows(all).into_iter().map(|row| {
        let alone = (row.len() < 2).then_some("3");
        let cells = row.into_iter().map(|(words, said)| {
            view! {
                <th scope="row">{words.clone()}</th> <td colspan=alone>{said.clone()}</td>
            }
        });
        view! { <tr>{cells.collect::<Vec<_>>()}</tr> }
    });
    rows.collect::<Vec<_>>()
}

/// Two to a row; what is long has a row of its own.
fn in_rows(basics: &[(String, String)]) -> Vec<Vec<&(String, String)>> {
    // In Latin letters, of which a Chinese sign takes two.
    const LONG: usize = 18;
    let wide = |said: &str| said.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let long = |row: &[&(String, String)]| row.iter().any(|(_, said)| wide(said) > LONG);
    let mut rows: Vec<Vec<&(String, String)>> = Vec::new();
    for one in basics {
        match rows.last_mut() {
            Some(row) if row.len() < 2 && !long(row) && !long(&[one]) => row.push(one),
            _ => rows.push(vec![one]),
        }
    }
    rows
}
