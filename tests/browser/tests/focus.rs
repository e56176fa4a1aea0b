//! Where the focus goes: handed on by what goes away, found again by going back, never under the bar at the top.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Presses a control with the keyboard, as soon as it has the focus.
async fn press(browser: &Browser, css: &str) {
    browser.find(css).await;
    browser.script("document.querySelector(arguments[0]).focus()", vec![json!(css)]).await;
    browser.press(Key::Enter).await;
}

/// Waits until the focus is in what this selector names.
async fn is_in(browser: &Browser, what: &str, css: &str) {
    let there = format!("document.activeElement && document.activeElement.closest({css:?})");
    browser.wait_until(&format!("after {what} the focus is in {css}"), &there).await;
}

#[tokio::test]
async fn a_control_that_goes_away_by_being_pressed_hands_the_focus_on() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let clear = browser.attribute("[data-clear]", "data-clear").await.expect("an answered item");
        press(&browser, &format!("[data-clear='{clear}']")).await;
        is_in(&browser, "clearing an answer", &format!("[data-item='{clear}']")).await;
        press(&browser, "[data-do=lang]").await;
        browser.wait_until("the language changed", "document.documentElement.lang === 'en'").await;
        is_in(&browser, "changing the language", "[data-do=lang]").await;
        press(&browser, "[data-do=lang]").await;
        browser.wait_until("it changed back", "document.documentElement.lang !== 'en'").await;
        is_in(&browser, "changing it back", "[data-do=lang]").await;

        browser.go(&format!("#/d/{id}/section/F")).await;
        if browser.has("[data-do=photos-on]").await {
            let item = "document.querySelector('[data-do=photos-on]').closest('[data-item]').dataset.item";
            let item = browser.value_of(item).await.as_str().expect("an item").to_owned();
            press(&browser, &format!("[data-item='{item}'] [data-do=photos-on]")).await;
            is_in(&browser, "switching photos on", &format!("[data-item='{item}'] [data-photos]")).await;
        }

        browser.go("#/open").await;
        let file = browser.file("草稿.json", xingzhan::model::files::json::canonical(&plan::station()).as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("draft"));
        press(&browser, "[data-do=cancel]").await;
        is_in(&browser, "cancelling", "main").await;

        browser.go(&format!("#/d/{id}/send")).await;
        browser.fill("input[name='declaration.name']", "另一个人").await;
        press(&browser, "[data-do=same]").await;
        is_in(&browser, "taking a name over", "fieldset.group").await;

        // Undoing to the end switches the button off.
        press(&browser, "[data-do=undo]").await;
        for _ in 0..40 {
            if browser.value_of("document.querySelector('[data-do=undo]').disabled").await == json!(true) {
                break;
            }
            press(&browser, "[data-do=undo]").await;
            browser.settle().await;
        }
        browser.wait_until("something has the focus", "document.activeElement !== document.body").await;

        let second = browser.import_draft(&plan::station()).await;
        browser.go("#/mine").await;
        let known = "document.querySelector('.unsure') && !document.querySelector('[data-unsure]')";
        browser.wait_until("every place has told what is here", known).await;
        press(&browser, &format!("li[data-draft='{second}'] [data-do=remove]")).await;
        is_in(&browser, "removing a draft", &format!("li[data-draft='{id}']")).await;
        press(&browser, &format!("li[data-draft='{id}'] [data-do=remove]")).await;
        is_in(&browser, "removing the last", "main").await;
        assert_eq!(browser.errors().await, Vec::<String>::new());
        browser.close().await;
    }
}

#[tokio::test]
async fn copying_without_a_clipboard_keeps_the_focus() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.submit().await;
        // As over plain http: what is copied is selected in a field of its own.
        let alone = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })";
        browser.script(alone, Vec::new()).await;
        browser.click("[data-copy=subject]").await;
        browser.wait_until("it is said", "document.querySelector('[data-hand-off]').innerText !== ''").await;
        is_in(&browser, "copying", "[data-copy=subject]").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn back_and_a_reload_lead_to_where_the_person_was() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.settle().await;
        let field = "input[data-ledger]";
        let many = browser.texts("fieldset[data-item]").await.len();
        let last = format!("[...document.querySelectorAll('{field}')].pop()");
        assert!(many > 1, "the section has several items");
        browser.script(&format!("{last}.focus()"), Vec::new()).await;
        browser.press(Key::End).await;
        // The browser notes it after a rest.
        browser.wait_until("it is noted", "history.state").await;
        let place = browser.value_of("Math.round(scrollY)").await;
        assert!(place.as_f64() > Some(100.0), "it is far down: {place}");
        let back = format!("document.activeElement === {last} && Math.abs(scrollY - {place}) < 3");
        browser.wait_until("the note is of the end", &format!("history.state.startsWith('{place} ')")).await;

        browser.reload().await;
        browser.wait_until("after a reload", &back).await;

        browser.press(Key::End).await;
        browser.script("location.hash = arguments[0]", vec![json!(format!("#/d/{id}/result"))]).await;
        browser
            .wait_until("the other page begins at its top", "document.activeElement.tagName === 'H1' && scrollY < 3")
            .await;
        browser.script("history.back()", Vec::new()).await;
        browser.wait_until("after going back", &back).await;
        browser.script("history.forward()", Vec::new()).await;
        browser
            .wait_until("forward again", "location.hash.endsWith('/result') && document.activeElement.tagName === 'H1'")
            .await;
        browser.close().await;
    }
}

#[tokio::test]
async fn back_leads_to_the_link_that_was_clicked_however_quickly_it_was() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        for (way, place) in ["click", "Enter", "click"].into_iter().zip(["basics", "check", "send"]) {
            browser.go(&format!("#/d/{id}")).await;
            browser.settle().await;
            let link = format!("main a[href='#/d/{id}/{place}']");
            let is_back = format!(
                "document.activeElement === document.querySelector({link:?}) && location.hash === '#/d/{id}' && {}",
                "Math.abs(scrollY - window.wasAt) < 3"
            );
            browser.find(&link).await;
            // Within the time after which it is noted otherwise: nothing is waited for before the press.
            browser
                .script(
                    "const link = document.querySelector(arguments[0]); link.scrollIntoView({ block: 'center' }); \
                    addEventListener('click', () => { window.wasAt = scrollY }, { capture: true, once: true })",
                    vec![json!(link)],
                )
                .await;
            if way == "Enter" {
                // A key tells that somebody is here, whom the way back moves no more.
                browser.press(Key::Escape).await;
                press(&browser, &link).await;
            } else {
                browser.click(&link).await;
            }
            browser.arrive(&format!("#/d/{id}/{place}")).await;
            browser.script("history.back()", Vec::new()).await;
            browser.wait_until(&format!("{engine:?}: back after {way} to {place}"), &is_back).await;
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn nothing_with_the_focus_lies_under_the_bar() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.settle().await;
        browser.script("[...document.querySelectorAll('main input, main a')].pop().focus()", Vec::new()).await;
        let covered = "(() => { const now = document.activeElement, bar = document.querySelector('.draft-bar'); \
            if (!now || bar.contains(now) || now.closest('.top') || now.matches('.skip')) return 'out'; \
            const at = now.getBoundingClientRect(), bottom = bar.getBoundingClientRect().bottom; \
            return at.top < bottom - 1 && at.bottom > 0 ? now.outerHTML.slice(0, 120) : '' })()";
        let mut seen = 0;
        for _ in 0..120 {
            browser.press_with(&[Key::Shift], Key::Tab).await;
            browser.settle().await;
            let found = browser.value_of(covered).await;
            if found == json!("out") {
                break;
            }
            assert_eq!(found, json!(""), "{engine:?}: it lies under the bar");
            seen += 1;
        }
        assert!(seen > 20, "{seen} stops were looked at");
        browser.close().await;
    }
}
