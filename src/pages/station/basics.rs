//! Basics: who is assessed, who speaks for it, which year.

use crate::components::form::fields::{SelectInput, TextInput};
use crate::components::form::text_line::TextLine;
use crate::components::frame::heading::Heading;
use crate::components::{session, words};
use crate::model::draft::Draft;
use crate::model::record::Months;
use crate::model::record::typed;
use crate::model::record::typed::compared;
use crate::model::standard::ListedUnit;
use crate::pages::station::items::OnTo;
use crate::pages::station::same_unit::SameUnit;
use crate::pages::station::take_over::TakeOver;
use crate::platform::nfkc::nfkc;
use crate::routes::Page;
use leptos::prelude::*;

/// The basics page.
#[component]
pub fn BasicsPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let basics = &text.basics;
    let one_page = session.draft.with_untracked(|draft| draft.standard.one_page);
    let (unit, posts, units) = session.draft.with_untracked(|draft| {
        let standard = &draft.standard;
        (standard.unit.clone(), standard.posts.clone(), standard.units.clone())
    });
    let head = posts.head.get(text.lang).to_owned();
    let acting = (basics.acting)(&head);
    let (privacy, phone) = if unit.village {
        (basics.privacy_in_village, basics.phone_in_village)
    } else {
        (basics.privacy, basics.phone)
    };
    view! {
        <Heading title=basics.title />
        <p class="lead">{basics.lead}</p>
        <TakeOver />
        <SameUnit />
        <fieldset class="group">
            <legend>{basics.unit}</legend>
            {(!units.is_empty()).then(|| view! { <UnitPicker units=units /> })}
            <TextLine name="unit.name" label=basics.name hint={(basics.name_hint)(unit.words.get(text.lang))} get={|draft| &draft.unit.name} set={|draft| &mut draft.unit.name} />
            <TextLine name="unit.township" label=basics.township hint="" get={|draft| &draft.unit.township} set={|draft| &mut draft.unit.township} />
            {unit.village.then(|| view! {
                <TextLine name="unit.village" label=basics.village hint="" get={|draft| &draft.unit.village} set={|draft| &mut draft.unit.village} />
            })}
            <TextLine name="unit.code" label={format!("{} · {}", basics.code, basics.optional)} hint=basics.code_hint get={|draft| &draft.unit.code} set={|draft| &mut draft.unit.code} />
            <TextLine name="unit.address" label=basics.address hint="" get={|draft| &draft.unit.address} set={|draft| &mut draft.unit.address} />
            <TextLine name="unit.hours" label=basics.hours hint=basics.hours_hint get={|draft| &draft.unit.hours} set={|draft| &mut draft.unit.hours} />
        </fieldset>
        <fieldset class="group posts" aria-describedby="posts-privacy">
            <legend>{basics.posts}</legend>
            <p class="hint" id="posts-privacy">{privacy}</p>
            <div class="post" role="group" aria-label=head.clone()>
                <p class="post-name" aria-hidden="true"><b>{head.clone()}</b></p>
                <TextLine name="posts.head.name" label=basics.person hint="" get={|d| &d.posts.head.name} set={|d| &mut d.posts.head.name} />
                <TextLine name="posts.head.office" label=basics.office hint="" get={|d| &d.posts.head.office} set={|d| &mut d.posts.head.office} />
                <TextLine name="posts.head.phone" label=phone hint="" get={|d| &d.posts.head.phone} set={|d| &mut d.posts.head.phone} />
                <div class="option">
                    <input type="checkbox" id="posts.acting" name="posts.acting"
                        prop:checked=move || session.draft.with(|draft| draft.posts.acting)
                        on:change=move |event| {
                            let acting = event_target_checked(&event);
                            session.edit(|draft| draft.posts.acting = acting);
                        } />
                    <label for="posts.acting">{acting}</label>
                </div>
            </div>
            {posts.deputy.map(|deputy| {
                let deputy = deputy.get(text.lang).to_owned();
                view! {
                    <div class="post" role="group" aria-label=deputy.clone()>
                        <p class="post-name" aria-hidden="true"><b>{deputy.clone()}</b></p>
                        <TextLine name="posts.deputy.name" label=basics.person hint="" get={|d| &d.posts.deputy.name} set={|d| &mut d.posts.deputy.name} />
                        <TextLine name="posts.deputy.office" label=basics.office hint="" get={|d| &d.posts.deputy.office} set={|d| &mut d.posts.deputy.office} />
                        <TextLine name="posts.deputy.phone" label=phone hint="" get={|d| &d.posts.deputy.phone} set={|d| &mut d.posts.deputy.phone} />
                    </div>
                }
            })}
            <div class="post" role="group" aria-label=posts.liaison.get(text.lang).to_owned()>
                <p class="post-name" aria-hidden="true"><b>{posts.liaison.get(text.lang).to_owned()}</b></p>
                <TextLine name="posts.liaison.name" label=basics.person hint="" get={|d| &d.posts.liaison.name} set={|d| &mut d.posts.liaison.name} />
                <TextLine name="posts.liaison.office" label=basics.office hint="" get={|d| &d.posts.liaison.office} set={|d| &mut d.posts.liaison.office} />
                <TextLine name="posts.liaison.phone" label=phone hint="" get={|d| &d.posts.liaison.phone} set={|d| &mut d.posts.liaison.phone} />
            </div>
        </fieldset>
        <Period />
        <OnTo next={if one_page { Page::All(None) } else { Page::Facts }} />
    }
}

/// The list of units, where the standard has one.
#[component]
fn UnitPicker(units: Vec<ListedUnit>) -> impl IntoView {
    let (text, session) = (words(), session());
    let options = units
        .iter()
        .map(|unit| {
            let label = [&unit.township, unit.village.as_ref().unwrap_or(&String::new()), &unit.name]
                .map(|s| s.trim())
                .join(" ");
            view! { <option value=unit.code.clone()>{label}</option> }
        })
        .collect::<Vec<_>>();
    let units = StoredValue::new(units);
    // The unit of the list whose code stands there, however it was typed; else none of the list.
    let listed = move |code: &str| {
        let code = nfkc(&compared(code));
        units.with_value(|units| units.iter().find(|unit| nfkc(&compared(&unit.code)) == code).cloned())
    };
    let chosen = Memo::new(move |_| {
        let code = session.draft.with(|draft| draft.unit.code.clone());
        listed(&code).map_or_else(String::new, |unit| unit.code)
    });
    let pick = move |code: String| {
        let before = session.draft.with_untracked(|draft| listed(&draft.unit.code));
        match (units.with_value(|units| units.iter().find(|unit| unit.code == code).cloned()), before) {
            (Some(unit), _) => session.edit_as_one_step(|draft| {
                draft.unit.code = unit.code;
                draft.unit.name = unit.name;
                draft.unit.township = unit.township;
                draft.unit.village = unit.village.unwrap_or_default();
            }),
            // What came from the list goes with it; what was typed otherwise since stays.
            (None, Some(unit)) => session.edit_as_one_step(|draft| {
                draft.unit.code.clear();
                if draft.unit.name == unit.name {
                    draft.unit.name.clear();
                }
            }),
            (None, None) => {}
        }
    };
    view! {
        <div class="field">
            <label for="unit.pick">{text.basics.pick}</label>
            <SelectInput value=chosen store=pick
                attr:id="unit.pick" attr:name="unit.pick">
                <option value="">{text.basics.pick_none}</option>
                {options}
            </SelectInput>
        </div>
    }
}

/// The year and the months in operation.
#[component]
fn Period() -> impl IntoView {
    let (text, session) = (words(), session());
    let basics = &text.basics;
    // What is being typed, as long as it says what the draft holds.
    let raw = RwSignal::new(None::<String>);
    let stands = Memo::new(move |_| session.draft.with(|draft| (draft.unread.year.clone(), draft.year)));
    let shown = move || {
        let (unread, year) = stands.get();
        let typing = raw.get().filter(|raw| unread.as_ref() == Some(raw) || typed::year(raw) == Some(year));
        typing.or(unread).unwrap_or_else(|| year.to_string())
    };
    let wrong = move || stands.with(|(unread, _)| unread.is_some());
    let take = move |text: String| {
        let says = session.draft.with_untracked(|draft| match typed::year(&text) {
            Some(year) => draft.year == year && draft.unread.year.is_none(),
            None => draft.unread.year.as_ref() == Some(&text),
        });
        raw.set(Some(text.clone()));
        if !says {
            session.edit(|draft| draft.type_year(&text));
        }
    };
    let months = move || session.draft.with(|draft: &Draft| draft.record.months.get().to_string());
    view! {
        <fieldset class="group">
            <legend>{basics.period}</legend>
            <div class="field">
                <label for="year">{basics.year}</label>
                <TextInput value=Signal::derive(shown) store=take
                    attr:inputmode="numeric" attr:class="number" attr:id="year" attr:name="year"
                    attr:aria-describedby="error-year"
                    attr:aria-invalid=move || wrong().then_some("true")
                    on:blur=move |_| _ = raw.try_set(None) />
                <span class="error" id="error-year" aria-live="polite">{move || wrong().then_some(basics.year_wrong)}</span>
            </div>
            <div class="field">
                <label for="months">{basics.months}</label>
                <p class="hint" id="hint-months">{basics.months_hint}</p>
                <SelectInput value=Signal::derive(months)
                    store=move |chosen: String| {
                        let months = chosen.parse::<u8>().ok().and_then(|n| Months::try_from(n).ok());
                        if let Some(months) = months {
                            session.edit(|draft| draft.record.months = months);
                        }
                    }
                    attr:id="months" attr:name="months" attr:aria-describedby="hint-months">
                    {(1..=12_u8).rev().map(|n| {
                        let chosen = session.draft.with_untracked(|draft| draft.record.months.get() == n);
                        view! { <option value=n.to_string() selected=chosen>{(basics.month)(n)}</option> }
                    }).collect::<Vec<_>>()}
                </SelectInput>
            </div>
        </fieldset>
    }
}
