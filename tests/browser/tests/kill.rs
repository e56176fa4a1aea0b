//! The browser is killed while a person types. What the header called saved is there afterwards; how many
//! keys were lost is printed and not judged.

use serde_json::json;
use std::collections::hash_map::RandomState;
use std::env;
use std::hash::{BuildHasher as _, Hasher as _};
use std::time::Duration;
use tokio::time::{Instant, sleep};
use xingzhan_browser_tests::browser::Browser;

const FIELD: &str = "textarea[data-note=A1]";

/// A number below `below`, from a seed that is printed.
fn random(seed: &mut u64, below: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % below
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
    let mut browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    let place = format!("#/d/{id}/section/A");
    let (mut lost, mut most_seconds) = (Vec::new(), Duration::ZERO);
    for round in 1..=times {
        browser.go(&place).await;
        browser.fill(FIELD, &format!("第{round}回")).await;
        let field = browser.find(FIELD).await;
        let end = Instant::now() + Duration::from_millis(300 + random(&mut seed, 3500));
        let mut typed = String::new();
        let (mut acknowledged, mut at) = (String::new(), Instant::now());
        while Instant::now() < end {
            field.send_keys(&format!("{} ", random(&mut seed, 10_000))).await.expect("keys");
            let seen =
                "return [document.querySelector(arguments[0]).value, !!document.querySelector('[data-saved=saved]')]";
            let seen = browser.script(seen, vec![json!(FIELD)]).await;
            typed = seen[0].as_str().expect("a text").to_owned();
            if seen[1] == json!(true) {
                (acknowledged, at) = (typed.clone(), Instant::now());
            }
            sleep(Duration::from_millis(random(&mut seed, 60))).await;
        }
        browser.kill_and_start_again().await;
        let since = at.elapsed();
        browser.open_app().await;
        browser.go(&place).await;
        let there = browser.field(FIELD).await;
        assert!(
            there.starts_with(&acknowledged),
            "kill {round}: the header had called {acknowledged:?} saved, and {there:?} was found"
        );
        lost.push(typed.chars().count().saturating_sub(there.chars().count()));
        most_seconds = most_seconds.max(since);
    }
    lost.sort_unstable();
    let median = lost.get(lost.len() / 2).copied().unwrap_or(0);
    println!("keys lost in a kill: median {median}, most {}", lost.last().copied().unwrap_or(0));
    println!("longest time since something had been called saved: {:.1} s", most_seconds.as_secs_f64());
    browser.close().await;
}
