//! Personal data: where names and telephone numbers are typed, and where photos are added, a sentence says what does
//! not belong there.

use serde_json::json;
use xingzhan::model::standard::ids::ItemId;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::pictures::see_through;
use xingzhan_browser_tests::plan;

/// Every field for a name or a telephone number of a person whose group does not say so, and how many there are.
const UNSAID: &str = "const fields = [...document.querySelectorAll('input[name^=\"posts.\"][type=text], \
    input[name=\"declaration.name\"], input[name=\"declaration.post\"]')]; \
    const said = (field) => { const group = field.closest('fieldset[aria-describedby]'); \
      const line = group && document.getElementById(group.getAttribute('aria-describedby')); \
      return line && group.contains(line) && line.getClientRects().length > 0 && line.innerText.includes(arguments[0]) }; \
    return [fields.length, fields.filter((field) => !said(field)).map((field) => field.name)]";

#[tokio::test]
async fn where_names_and_telephones_are_typed_it_is_said_that_nothing_else_belongs_there() {
    let browser = Browser::start().await;
    browser.open_app().await;
    for (standard, posts) in [("liaison-station", 9), ("liaison-room", 6)] {
        let id = browser.new_draft(standard).await;
        browser.saved().await;
        for (lang, words) in
            [(Lang::Zh, "不填身份证号、手机号和群众的任何信息"), (Lang::En, "nothing about members of the public")]
        {
            browser.speak(lang).await;
            for (page, many) in [("basics", posts), ("send", 2)] {
                // In a village there are no office telephones.
                let mobile = standard == "liaison-room" && page == "basics" && lang == Lang::Zh;
                let words = if mobile {
                    "没有办公电话的填手机号），不填身份证号和群众的任何信息"
                } else {
                    words
                };
                browser.go(&format!("#/d/{id}/{page}")).await;
                let found = browser.script(UNSAID, vec![json!(words)]).await;
                assert_eq!(found, json!([many, []]), "{standard} {page} in {}", lang.tag());
            }
        }
        browser.speak(Lang::Zh).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn wherever_photos_are_added_the_standard_says_what_none_may_show() {
    let browser = Browser::start().await;
    browser.open_app().await;
    for (standard, sections) in [("liaison-station", ["F", "I"]), ("liaison-room", ["F", "I"])] {
        let asked = plan::standard(standard);
        let notice = asked.photo_notice.clone().expect("the built-in standards bring one");
        let id = browser.new_draft(standard).await;
        browser.saved().await;
        for lang in Lang::ALL {
            browser.speak(lang).await;
            for section in sections {
                browser.go(&format!("#/d/{id}/section/{section}")).await;
                let items = asked.sections.iter().filter(|one| one.id.as_str() == section).flat_map(|one| &one.items);
                for item in items {
                    let part = format!("[data-photos='{}'] [data-photo-notice]", item.id);
                    assert!(browser.text(&part).await.starts_with(notice.get(lang)), "{standard} {}", item.id);
                    // Where ledgers name people it stands out, also before photos are switched on.
                    let class = if item.photos { "hint" } else { "photo-notice" };
                    assert_eq!(browser.attribute(&part, "class").await.as_deref(), Some(class), "{}", item.id);
                }
            }
        }
        browser.speak(Lang::Zh).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn a_standard_without_such_a_sentence_gets_one_that_fits_every_trade() {
    let mut draft = plan::room();
    plan::reworded(&mut draft, |standard| {
        standard.as_object_mut().expect("an object").remove("photo_notice");
    });
    let first: ItemId = draft.standard.sections[0].items[0].id.clone();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    browser.go(&format!("#/d/{id}/section/{}", draft.standard.sections[0].id)).await;
    let said = "照片中不得出现群众姓名、电话、证件号码。";
    assert_eq!(browser.text(&format!("[data-photos='{first}'] [data-photo-notice]")).await, said);
    // It stands beside the photo itself as well.
    let file = browser.file("一.png", &see_through());
    browser.choose_photos(first.as_str(), &[file]).await;
    browser.has_photos(first.as_str(), 1).await;
    browser.click("[data-do=view-photo]").await;
    assert_eq!(browser.text("dialog [data-photo-notice]").await, said);
    browser.close().await;
}
