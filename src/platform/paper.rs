//! Paper: how it lies, how high things are on it, the print window.

use js_sys::{Array, Function, Reflect};
use leptos::ev::Custom;
use leptos::prelude::{on_cleanup, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// How a sheet of paper lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Orientation {
    /// Higher than wide.
    Portrait,
    /// Wider than high.
    Landscape,
}

impl Orientation {
    /// Its name in the style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Landscape => "landscape",
        }
    }
}

/// A property of an object; undefined where there is none. Asking by name takes a tenth of the room of a typed
/// interface for each kind of object, and all that is asked here is a handful of numbers.
fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// What a method of an object gives; nothing where it has none or refuses.
fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(of, name).dyn_into().ok()?;
    Reflect::apply(&method, of, &with.iter().collect::<Array>()).ok()
}

fn document() -> JsValue {
    get(&js_sys::global(), "document")
}

/// Says how the paper lies when this place is printed; nothing for places that are printed as they come, on A4. The
/// margins are ours, so that the browser adds neither date nor address.
pub fn lay(orientation: Option<Orientation>) {
    crate::platform::navigation::mark("data-paper", orientation.map_or("", Orientation::name));
    let rule = |orientation: Orientation| {
        format!("@page {{ size: A4 {} !important; margin: 0 !important }}", orientation.name())
    };
    set_page_rule(orientation.map(rule).as_deref());
}

/// Says whether a place without leaves, such as a wide table, is printed across; its margins are the browser's.
pub fn lay_across(across: bool) {
    set_page_rule(across.then_some("@page { size: A4 landscape !important }"));
}

/// Sets what holds for all pages of paper while this place is shown, or takes it back. Engines of 2020 know no names of
/// pages, and the policy forbids styles in the page, but not a rule more in a style sheet of ours.
fn set_page_rule(rule: Option<&str>) {
    let Some(sheet) = own_sheet() else { return };
    // Ours is the first; the one for all places stands further below.
    if get(&rules(&sheet).get(0), "type") == PAGE_RULE {
        let _ = call(&sheet, "deleteRule", &[JsValue::from(0)]);
    }
    // Other style sheets on the page may have a rule of this kind as well; ours says that it is important.
    if let Some(rule) = rule {
        let _ = call(&sheet, "insertRule", &[JsValue::from_str(rule), JsValue::from(0)]);
    }
}

/// What a rule for pages says its type is.
const PAGE_RULE: u32 = 6;

/// The style sheet with the rules for leaves. Extensions of the browser put theirs before and behind it.
fn own_sheet() -> Option<JsValue> {
    let sheets = get(&document(), "styleSheets");
    let is_own = |sheet: &JsValue| rules(sheet).iter().any(|rule| get(&rule, "selectorText") == ".leaf");
    list(&sheets).iter().find(is_own)
}

/// None where the browser lets nobody look into it.
fn rules(sheet: &JsValue) -> Array {
    list(&get(sheet, "cssRules"))
}

fn list(of: &JsValue) -> Array {
    if of.is_undefined() { Array::new() } else { Array::from(of) }
}

/// Opens the print window. A browser that may not print shows nothing, and the sheets stay as they are.
pub fn print() {
    let _ = call(&js_sys::global(), "print", &[]);
}

/// How high each element is that the selector names in this one, in order, in hundredths of a pixel.
pub fn heights(within: &Element, selector: &str) -> Vec<u32> {
    elements(within, selector)
        .iter()
        .map(|element| number(&call_or(&element, "getBoundingClientRect"), "height"))
        .collect()
}

/// Whether more stands in an element that the selector names in this one than it has room for. Lines of half a pixel
/// add up.
pub fn overflows(within: &Element, selector: &str) -> bool {
    const LINES: u32 = 400;
    let over = |element: JsValue| number(&element, "scrollHeight") > number(&element, "clientHeight") + LINES;
    elements(within, selector).iter().any(over)
}

fn elements(within: &Element, selector: &str) -> Array {
    let found = call(within, "querySelectorAll", &[JsValue::from_str(selector)]);
    found.map_or_else(Array::new, |found| Array::from(&found))
}

fn call_or(of: &JsValue, name: &str) -> JsValue {
    call(of, name, &[]).unwrap_or(JsValue::UNDEFINED)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut off at both ends before")]
fn number(of: &JsValue, name: &str) -> u32 {
    let pixels = get(of, name).as_f64().unwrap_or_default();
    (pixels * 100.0).round().clamp(0.0, f64::from(u32::MAX)) as u32
}

/// Calls when what stands on paper may have other heights than before: the window has another size or zoom,
/// letters of another font have come, or it is printed now.
pub fn when_heights_change(run: impl Fn() + Clone + 'static) {
    for event in ["resize", "beforeprint"] {
        let run = run.clone();
        let listener = window_event_listener(Custom::<Event>::new(event), move |_| run());
        on_cleanup(move || listener.remove());
    }
    let fonts = get(&get(&document(), "fonts"), "ready").dyn_into::<js_sys::Promise>();
    if let Ok(fonts) = fonts {
        wasm_bindgen_futures::spawn_local(async move {
            // Without an answer nothing has changed.
            if wasm_bindgen_futures::JsFuture::from(fonts).await.is_ok() {
                run();
            }
        });
    }
}
