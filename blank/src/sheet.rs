//! The items of a standard as a table to print and fill in by hand (空白自评表), in plain markup that any browser
//! shows. What is asked at an item is data of its kind; nothing here knows a kind. In Chinese, as the paper is.

use xingzhan::i18n::{BlankWords, blank_words, period_line, text};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::scale::question::{OptionValue, PaperLine};
use xingzhan::model::standard::words::{Lang, Words};

/// The sheets of these standards, one after the other.
pub(crate) fn sheets<'a>(standards: impl Iterator<Item = &'a IssuedStandard>) -> String {
    let words = blank_words(Lang::Zh);
    let sheets: Vec<String> = standards.map(|standard| Sheet { standard, words }.written()).collect();
    format!("<div class=\"blank\">\n{}\n</div>\n", sheets.join("\n"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn say(words: &Words) -> String {
    escape(words.get(Lang::Zh))
}

struct Sheet<'a> {
    standard: &'a Standard,
    words: &'static BlankWords,
}

impl Sheet<'_> {
    fn written(&self) -> String {
        let (standard, words) = (self.standard, self.words);
        let title = escape(&standard.sheet_title.get(Lang::Zh).replacen("{year}", words.room, 1));
        let mut lines = vec![
            format!("<h2>{title}</h2>"),
            format!("<p>{}</p>", words.unit),
            format!("<p>{}</p>", escape(&period_line(text(Lang::Zh), standard))),
            format!("<table><thead><tr>{}</tr></thead><tbody>", self.heads()),
        ];
        for section in &standard.sections {
            lines.push(self.part(&format!("{}\u{3000}{}", section.id, say(&section.words)), section.points));
            lines.extend(section.items.iter().map(|item| self.row(item)));
        }
        lines.push(self.part(&say(&standard.bonus.words), standard.bonus.cap));
        lines.extend(standard.bonus.items.iter().map(|item| self.row(item)));
        lines.push(self.part(words.texts, Points::ZERO));
        lines.extend(standard.texts.iter().map(|item| self.row(item)));
        lines.push("</tbody></table>".to_owned());
        let signed = (words.signed)(&say(&standard.posts.head), &say(&standard.posts.liaison));
        lines.push(format!("<p>{signed}</p>"));
        lines.join("\n")
    }

    fn heads(&self) -> String {
        let [number, item, points, answer, evidence, own] = self.words.heads;
        let head = |words| format!("<th>{words}</th>");
        let evidence = format!("<th class=\"wide\">{evidence}</th>");
        [head(number), head(item), head(points), head(answer), evidence, head(own)].concat()
    }

    /// A row over all columns.
    fn part(&self, words: &str, points: Points) -> String {
        let points = if points == Points::ZERO { String::new() } else { (self.words.points)(points) };
        format!("<tr><th colspan=\"6\">{words}{points}</th></tr>")
    }

    fn row(&self, item: &Item) -> String {
        let points = if item.points == Points::ZERO { String::new() } else { item.points.to_string() };
        let asked: Vec<String> = item.scale.print().iter().map(|line| self.line(line)).collect();
        let (words, asked) = (say(&item.words), asked.join("<br>"));
        let checked = if item.must_check { text(Lang::Zh).year().must_check } else { "" };
        let number = self.standard.number_of(&item.id).unwrap_or_default();
        let number =
            [number.as_str(), checked].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("<br>");
        format!("<tr><td>{number}</td><td>{words}</td><td>{points}</td><td>{asked}</td><td></td><td></td></tr>")
    }

    /// What is to be filled in.
    fn line(&self, line: &PaperLine<'_>) -> String {
        let room = self.words.room;
        match line {
            PaperLine::Boxes(options) => {
                let boxes: Vec<String> = options.iter().map(|option| Self::option(*option)).collect();
                boxes.join("\u{3000}")
            }
            PaperLine::Box(words) => format!("□{}", say(words)),
            PaperLine::Fact(id) => {
                let fact = self.standard.fact(id);
                fact.map_or(String::new(), |fact| format!("{}{room}{}", say(&fact.words), say(&fact.unit)))
            }
            PaperLine::Number { of, unit } => {
                let said = |words: Option<&Words>| words.map_or(String::new(), say);
                format!("{}{room}{}", said(*of), said(*unit))
            }
            PaperLine::Text(at_most) => (self.words.text)(*at_most),
        }
    }

    fn option(option: OptionValue<'_>) -> String {
        match option {
            OptionValue::Yes(true) => format!("□{}", text(Lang::Zh).form.yes),
            OptionValue::Yes(false) => format!("□{}", text(Lang::Zh).form.no),
            OptionValue::Level(_, words) => format!("□{}", say(words)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

    use super::*;
    use serde_json::json;
    use xingzhan::model::standard::library::StandardLibrary;
    use xingzhan::model::standard::scale::Scale;

    #[test]
    fn the_sheets_of_the_built_in_standards_are_those_that_were_handed_out() {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let sheets = sheets(library.iter());
        // After a change of a standard it is written anew, and looked at.
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets.html");
        if std::env::var_os("UPDATE_BLANK").is_some() {
            std::fs::write(path, &sheets).expect("the folder can be written");
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap_or_default(),
            sheets,
            "run UPDATE_BLANK=1 cargo test -p xingzhan-blank"
        );
    }

    /// What is to be filled in for an item of this kind.
    fn asked(scale: &serde_json::Value) -> String {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let standard = library.iter().next().expect("the station's standard");
        let sheet = Sheet { standard, words: blank_words(Lang::Zh) };
        let scale: Scale = serde_json::from_value(scale.clone()).expect("a scale");
        let lines: Vec<String> = scale.print().iter().map(|line| sheet.line(line)).collect();
        lines.join("<br>")
    }

    #[test]
    fn each_part_that_may_be_there_has_a_box() {
        let part = |words: &str| json!({"words": {"zh": words}, "points": 100});
        assert_eq!(
            asked(&json!({"parts": {"parts": [part("有制度"), part("有台账<新>")]}})),
            "□有制度<br>□有台账&lt;新&gt;"
        );
    }

    #[test]
    fn each_fault_of_a_list_has_room_for_its_number() {
        let fault = |words: &str, unit: &str| json!({"words": {"zh": words}, "unit": {"zh": unit}, "each": 20});
        let scale = json!({"deduct": {"faults": [fault("缺项", "项"), fault("未执行", "次")]}});
        assert_eq!(asked(&scale), "缺项＿＿＿＿项<br>未执行＿＿＿＿次");
    }
}
