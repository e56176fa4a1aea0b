//! The browser is killed while a person types. What the header called saved is there afterwards; how much typing was
//! lost is printed and not judged.

use serde_json::json;
use std::collections::hash_map::RandomState;
use std::env;
use std::hash::{BuildHasher as _, Hasher as _};
use std::time::Duration;
use tokio::time::{Instant, sleep};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Profile};

const FIELD: &str = "textarea[data-note=A1]";

/// A number below `below`, from a seed that is printed.
fn random(seed: &mut u64, below: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % below
}

/// What both places hold of a draft, for a message: a late journal is told from a loss by it.
const HELD: &str = "const [id, done] = arguments; const head = (text) => text && [text.split('\\n')[0], text.length]; \
    const open = indexedDB.open('xingzhan.1'); open.onerror = () => done(String(open.error)); \
    open.onsuccess = () => { const asked = open.result.transaction('texts').objectStore('texts').get('xingzhan.1.draft.' + id); \
    asked.onsuccess = () => { open.result.close(); done([head(localStorage.getItem('xingzhan.1.draft.' + id)), head(asked.result)]) } }";

/// What is in the field after the browser was killed. A journal that is late opens the draft when it answers.
async fn found(browser: &Browser, place: &str, id: &str, round: u32) -> String {
    browser.open_app().await;
    browser.go(place).await;
    for _ in 0..300 {
        if browser.has(FIELD).await {
            return browser.field(FIELD).await;
        }
        sleep(Duration::from_millis(100)).await;
    }
    let held = browser.script_until_called(HELD, vec![json!(id)]).await;
    panic!(
        "kill {round}: no draft after half a minute; local storage and the journal hold {held}\n{}",
        browser.situation().await
    )
}

#[tokio::test]
async fn what_was_called_saved_is_there_after_the_browser_was_killed_at_any_moment() {
    // A few in every run; `make kill` says how many more.
    let times: u32 = env::var("KILLS").ok().and_then(|times| times.parse().ok()).unwrap_or(6);
    let mut seed = env::var("SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("{times} kills, SEED={seed}");
    let mut browser = Browser::config(BrowserConfig { profile: Profile::Own, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    let place = format!("#/d/{id}/section/A");
    // Keys, and seconds of typing, that each kill cost.
    let (mut keys, mut seconds) = (Vec::new(), Vec::new());
    for round in 1..=times {
        browser.go(&place).await;
        browser.fill(FIELD, &format!("第{round}回")).await;
        let field = browser.find(FIELD).await;
        let end = Instant::now() + Duration::from_millis(300 + random(&mut seed, 3500));
        // How long the text was, and when.
        let mut typed: Vec<(usize, Instant)> = Vec::new();
        let mut acknowledged = String::new();
        while Instant::now() < end {
            let began = Instant::now();
            field.send_keys(&format!("{} ", random(&mut seed, 10_000))).await.expect("keys");
            let seen =
                "return [document.querySelector(arguments[0]).value, !!document.querySelector('[data-saved=saved]')]";
            let seen = browser.script(seen, vec![json!(FIELD)]).await;
            let text = seen[0].as_str().expect("a text").to_owned();
            typed.push((text.chars().count(), began));
            if seen[1] == json!(true) {
                acknowledged = text;
            }
            sleep(Duration::from_millis(random(&mut seed, 60))).await;
        }
        let killed = Instant::now();
        browser.kill_and_start_again().await;
        let there = found(&browser, &place, &id, round).await;
        if !there.starts_with(&acknowledged) {
            let held = browser.script_until_called(HELD, vec![json!(id)]).await;
            panic!(
                "kill {round}: the header had called {acknowledged:?} saved, and {there:?} was found; \
                 local storage and the journal hold {held}"
            );
        }
        let kept = there.chars().count();
        keys.push(typed.last().map_or(0, |(all, _)| all.saturating_sub(kept)));
        let first_lost = typed.iter().find(|(all, _)| *all > kept);
        seconds.push(first_lost.map_or(0, |(_, at)| killed.duration_since(*at).as_millis()));
    }
    keys.sort_unstable();
    seconds.sort_unstable();
    let at = |part: usize| seconds.len().saturating_sub(1) * part / 100;
    println!("keys lost in a kill: median {}, most {}", keys[at(50)], keys[at(100)]);
    println!(
        "milliseconds of typing lost: median {}, 95th percentile {}, most {}",
        seconds[at(50)],
        seconds[at(95)],
        seconds[at(100)]
    );
    browser.close().await;
}
