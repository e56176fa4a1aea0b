//! The start page: three doors.

use crate::route::Route;
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::words;
use xingzhan_view::view;

/// The start page.
pub fn home() -> View {
    let text = &words().home;
    let door = |name: &'static str, to: Route, title: &'static str, hint: &'static str| {
        view! {
            <li>
                <a class="door" data-door=name href=to.href()>
                    <b>{title}</b>
                    <span>{hint}</span>
                </a>
            </li>
        }
    };
    view! {
        {heading(text.title)}
        <p class="lead">{text.lead}</p>
        <ul class="doors">
            {door("station", Route::Mine, text.station, text.station_hint)}
            {door("township", Route::Township, text.township, text.township_hint)}
            {door("county", Route::County, text.county, text.county_hint)}
        </ul>
        <ul class="promises">{text.promises.map(|line| view! { <li>{line}</li> })}</ul>
    }
}
