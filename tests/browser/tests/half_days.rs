//! Days that stand half typed: a browser gives no text of them, so no draft holds one; that they were typed is not lost.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan::model::date::CivilDate;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn half_a_day_is_counted_on_every_page_and_keeps_the_submission_back_until_its_field_says_a_day() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        let day = CivilDate::new(2026, 11, 2).expect("a day");
        let (css, told) = ("input[data-date='A1']", "#A1-date-half");
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.fill_date(css, day).await;
        browser.saved().await;
        let begin = "const field = document.querySelector(arguments[0]); field.blur(); field.focus()";
        browser.script(begin, vec![json!(css)]).await;
        browser.press(Key::Delete).await;
        // The page is left with the focus in the field, as by the key for going back.
        browser.go(&format!("#/d/{id}/check")).await;
        let remark = "document.querySelector('#remarks')?.textContent.includes('日期没有填完整')";
        browser.wait_until("it is counted among what stops", remark).await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.wait_until("it stands in the way", remark).await;
        let submit = "button[data-do=submit]";
        assert_eq!(browser.attribute(submit, "aria-disabled").await.as_deref(), Some("true"), "{engine:?}");

        // The line leads to its field, which shows what is stored, and says that something else was typed.
        let line = "[...document.querySelectorAll('#remarks a')].find((one) => one.textContent.includes('日期没有填完整')).click()";
        browser.script(line, Vec::new()).await;
        browser.find(css).await;
        assert_eq!(browser.field(css).await, day.to_string(), "{engine:?}");
        assert_ne!(browser.text(told).await, "", "{engine:?}");
        let other = CivilDate::new(2026, 11, 3).expect("a day");
        browser.fill_date(css, other).await;
        browser.wait_until("nothing is told", &format!("!document.querySelector({told:?}).textContent")).await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.find(submit).await;
        browser.wait_until("nothing stands in the way", &format!("!({remark})")).await;
        browser.close().await;
    }
}
