//! What is wrong with a file, in a sentence that a clerk can act on.

use crate::i18n::Text;
use crate::model::files::foreign::Foreign;
use crate::model::files::migrations::REVISION;
use crate::model::problem::{Fault, Problem, Unwhole};
use crate::model::standard::words::{Lang, LangTag};

/// The whole sentence: where, and what to do.
pub fn fault(text: &Text, problem: &Problem) -> String {
    let sentence = match (text.lang, &problem.fault, problem.place.as_str()) {
        // Nobody but a changed file has one that was never given out.
        (Lang::Zh, Fault::OutOfRange { .. }, "format") => zh(&Fault::NotOurs),
        (Lang::En, Fault::OutOfRange { .. }, "format") => en(&Fault::NotOurs),
        // No person types these: whoever sent the file is asked, not who reads the sentence.
        (Lang::Zh, Fault::OutOfRange { .. }, counted) if is_counted(counted) => {
            format!("{}文件被改动过，请让对方重新生成并发送。", zh(&problem.fault))
        }
        (Lang::En, Fault::OutOfRange { .. }, counted) if is_counted(counted) => {
            format!(
                "{} The file was changed: ask the sender to make it again and send it once more.",
                en(&problem.fault)
            )
        }
        (Lang::Zh, fault, _) => zh(fault),
        (Lang::En, fault, _) => en(fault),
    };
    match place(text, problem) {
        None => sentence,
        Some(place) => format!("{place}{}{sentence}", text.colon()),
    }
}

/// The place as a person knows it: the item or the path; nothing where the whole file is meant.
pub fn place(text: &Text, problem: &Problem) -> Option<String> {
    let path = problem.place.as_str();
    let whole = matches!(
        problem.fault,
        Fault::Empty
            | Fault::TooLarge { .. }
            | Fault::NotText
            | Fault::Foreign(_)
            | Fault::BadSign { .. }
            | Fault::TooMany { .. }
            | Fault::NotJson { .. }
            | Fault::TooDeep
            | Fault::NotOurs
            | Fault::OtherKind(_)
            | Fault::Newer { .. }
            | Fault::StandardMissing { .. }
            | Fault::CodeDiffers { .. }
            | Fault::ScoreDiffers { .. }
            | Fault::ExampleUnmarked
            | Fault::OtherVersion { .. }
            | Fault::WordsUnknown
    );
    if whole || path.is_empty() || path == "format" {
        return None;
    }
    Some(named(text.lang, path).unwrap_or_else(|| path.to_owned()))
}

/// The place in the words of the form, where the form has it. A standard is read by who wrote it, and
/// keeps its paths.
fn named(lang: Lang, path: &str) -> Option<String> {
    let outer = ["signed.", "record.", "attached."];
    let inner = outer.iter().find_map(|outer| path.strip_prefix(outer)).unwrap_or(path);
    let mut steps = inner.split('.');
    let first = steps.next()?;
    let Some(second) = steps.next() else {
        return match (lang, first) {
            (Lang::Zh, "answers") => Some("作答".to_owned()),
            (Lang::En, "answers") => Some("Answers".to_owned()),
            (Lang::Zh, "facts") => Some("数字".to_owned()),
            (Lang::En, "facts") => Some("Numbers".to_owned()),
            (Lang::Zh, "photos") => Some("照片".to_owned()),
            (Lang::En, "photos") => Some("Photos".to_owned()),
            (lang, step) => beside(lang, step),
        };
    };
    if let Some(beside) = beside(lang, first) {
        return Some(beside);
    }
    Some(match (lang, first, steps.count()) {
        (Lang::Zh, "answers", _) => format!("项目 {second}"),
        (Lang::En, "answers", _) => format!("Item {second}"),
        (Lang::Zh, "notes", 0) => format!("项目 {second} 的说明"),
        (Lang::En, "notes", 0) => format!("Note of item {second}"),
        // Beside the record, photos stand by their digests, which tell nobody anything.
        (Lang::Zh, "photos", _) if path == inner => "照片".to_owned(),
        (Lang::En, "photos", _) if path == inner => "Photos".to_owned(),
        (Lang::Zh, "photos", _) => format!("项目 {} 的照片", counted(second)),
        (Lang::En, "photos", _) => format!("Photo of item {}", counted(second)),
        (Lang::Zh, "facts", 0) => format!("数字“{second}”"),
        (Lang::En, "facts", 0) => format!("Number “{second}”"),
        (Lang::Zh, "posts", 1) => "人员".to_owned(),
        (Lang::En, "posts", 1) => "People".to_owned(),
        (Lang::Zh, "declaration", 0) => "填报人声明".to_owned(),
        (Lang::En, "declaration", 0) => "Declaration".to_owned(),
        (Lang::Zh, "unit", 0) if second != "words" => "单位".to_owned(),
        (Lang::En, "unit", 0) if second != "words" => "Unit".to_owned(),
        _ => return None,
    })
}

/// Whether the program alone counts there.
fn is_counted(place: &str) -> bool {
    matches!(place, "counter" | REVISION) || place.starts_with("exports[")
}

/// What a draft has beside what is filled in.
fn beside(lang: Lang, step: &str) -> Option<String> {
    let name = step.split('[').next().unwrap_or(step);
    let (zh, en) = match name {
        "counter" => ("草稿的改动次数", "Number of changes of the draft"),
        REVISION => ("报送次数", "Number of submissions"),
        "exports" => ("报送记录", "What was handed over"),
        "reconfirm" => ("请重新确认的内容", "What is to be confirmed again"),
        "left" => ("标准里已没有的作答", "Answers without a place"),
        "earlier" => ("往年的作答", "The earlier year"),
        _ => return None,
    };
    Some(if lang == Lang::Zh { zh } else { en }.to_owned())
}

/// An item and which one of its list, counted from 1: `A1[0]` is `A1 (1)`.
fn counted(step: &str) -> String {
    let counted = step.strip_suffix(']').and_then(|step| step.split_once('['));
    let counted = counted.and_then(|(item, at)| Some((item, at.parse::<usize>().ok()?.checked_add(1)?)));
    counted.map_or_else(|| step.to_owned(), |(item, number)| format!("{item} ({number})"))
}

fn megabytes(bytes: u64) -> u64 {
    bytes >> 20
}

fn zh_lacks(lang: &LangTag) -> String {
    match lang.as_str() {
        "zh" => "缺中文。".to_owned(),
        "en" => "缺英文。".to_owned(),
        other => format!("缺这种语言的文字：“{other}”。"),
    }
}

fn en_lacks(lang: &LangTag) -> String {
    match lang.as_str() {
        "zh" => "The Chinese is missing.".to_owned(),
        "en" => "The English is missing.".to_owned(),
        other => format!("The words in the language “{other}” are missing."),
    }
}

fn zh(fault: &Fault) -> String {
    const RESEND: &str = "请让对方重新生成并发送。";
    const ANEW: &str = "让对方重新生成并发送。";
    const CHOOSE: &str = "请选择原来收到的申报文件，文件名里一般有“自评申报”。";
    match fault {
        Fault::Empty => format!("文件是空的。{RESEND}"),
        Fault::TooLarge { most } => {
            format!("文件超过 {} MB，不是本程序生成的文件，或夹带了别的内容。", megabytes(*most))
        }
        Fault::NotText => {
            "文件的文字编码不对，可能被别的软件另存过，或根本不是申报文件。请用原来收到的附件。".to_owned()
        }
        Fault::Foreign(foreign) => match foreign {
            Foreign::Picture => format!("这是图片或视频，不是申报文件。{CHOOSE}"),
            Foreign::Pdf => format!("这是 PDF 文件（打印稿或扫描件），不是申报文件。{CHOOSE}"),
            Foreign::Office => {
                format!("这是 Word、Excel 或 WPS 文档，不是申报文件；用这些软件打开另存过的文件也不能用。{CHOOSE}")
            }
            Foreign::Archive => "这是压缩包。请先解压，再选择里面的申报文件。".to_owned(),
            Foreign::WebPage => {
                "这是一个网页，不是附件本身，可能登录已过期，下载没有成功。请回到邮箱，重新下载附件。".to_owned()
            }
            Foreign::Utf16 => {
                "文件被编辑软件另存成了另一种文字编码，读不出来。请用原来收到的附件，不要打开另存。".to_owned()
            }
        },
        Fault::BadSign { line, column } => {
            format!(
                "第 {line} 行第 {column} 个字符处有不能显示的符号，文件在传送或保存时损坏了。请重新下载，或者{ANEW}"
            )
        }
        Fault::TooMany { .. } => format!("内容的条目太多，不是本程序生成的文件。{RESEND}"),
        Fault::NotJson { cut_off: true, .. } => {
            format!("文件不完整，后半截缺失，可能没有下载完。请重新下载，或者{ANEW}")
        }
        Fault::NotJson { line, column, .. } => {
            format!("内容从第 {line} 行第 {column} 个字符起读不懂，可能被改动过，或不是申报文件。{RESEND}")
        }
        Fault::TooDeep => format!("内容的层次太多，不是本程序生成的文件。{RESEND}"),
        Fault::DuplicateKey(key) => format!("“{key}”出现了两次，文件被改动过。{RESEND}"),
        Fault::NotWhole(why) => {
            let what = match why {
                Unwhole::Fraction => "这个数字带有小数点或指数",
                Unwhole::Negative => "这个数字小于 0",
                Unwhole::Huge => "这个数字太大",
            };
            format!("{what}，文件被改动过。{RESEND}")
        }
        Fault::NumberAsText(text) => format!("数字“{text}”被写成了文字，文件被改动过。{RESEND}"),
        Fault::NotOurs => "这不是本程序的文件。请选择申报文件、草稿文件或标准文件。".to_owned(),
        Fault::OtherKind(kind) => format!("这种文件（“{kind}”）这一版程序还不能打开。"),
        Fault::Newer { .. } => "文件由更新版本的程序生成。请先换成新版程序再打开。".to_owned(),
        Fault::Shape(_) => format!("这里的内容不对，文件被改动过。{RESEND}"),
        Fault::StandardMissing { id, version } => {
            format!("这台电脑上没有它所用的标准（“{id}”第 {version} 版）。请先打开县里发的标准文件，再打开它。")
        }
        Fault::Sum { stated, found } => format!("写明 {stated} 分，各项相加却是 {found} 分。"),
        Fault::Twice(id) => format!("“{id}”重复了。"),
        Fault::Unknown(id) => format!("标准里没有“{id}”。"),
        Fault::NoWords(lang) => zh_lacks(lang),
        Fault::NoLanguage => "没有写明用哪种语言。".to_owned(),
        Fault::LevelsNotRising => "各档分值应从 0 逐档升到满分。".to_owned(),
        Fault::OffStep => "分值不是最小计分单位的整数倍。".to_owned(),
        Fault::OutOfRange { least, most } => format!("应在 {least} 到 {most} 之间。"),
        Fault::LevelWorth => "每一档要么写分值，要么写百分比。".to_owned(),
        Fault::NothingHere => "这里不能是空的。".to_owned(),
        Fault::TooManyHere { most } => format!("这里超过 {most} 条，不是本程序生成的。"),
        Fault::NotAMailbox => {
            "收件邮箱必须是一个普通邮箱地址，如 12345678@qq.com，前后不能有别的字。没有邮箱就删去这一行。".to_owned()
        }
        Fault::LinesNotRising => "星级线应从低到高排列。".to_owned(),
        Fault::Derived(id) => format!("“{id}”是算出来的数，不能填在这里。"),
        Fault::Unused => "没有一个项目用到它。".to_owned(),
        Fault::WrongPlace => "不该放在这里。".to_owned(),
        Fault::NoUnit => "没有写明数的是什么。".to_owned(),
        Fault::DoesNotFit => format!("答案与项目不相配。{RESEND}"),
        Fault::NotAllowed(reason) => format!("这一项不允许以“{reason}”为由填不适用。"),
        Fault::TooLong { most } => format!("文字超过 {most} 字。"),
        Fault::MoreThan { number, most, fact } => format!("{number} 多于 {most}（“{fact}”），请核对。"),
        Fault::CodeDiffers { recorded, found } => {
            format!("校验码是 {recorded}，按内容应为 {found}：文件生成以后，内容被改动过。")
        }
        Fault::ScoreDiffers { recorded, found } => format!("文件里写的总分是 {recorded}，按标准重新计算是 {found}。"),
        Fault::ExampleUnmarked => "这是程序自带的示例，“示例”标记被人去掉了，不是真实的申报。".to_owned(),
        Fault::ItemChanged => "这一项的内容或分值，与作答时不同，请重新确认。".to_owned(),
        Fault::OtherVersion { version, at_hand } => {
            format!(
                "它按标准第 {version} 版填写，这台电脑上没有这一版，下面按第 {at_hand} 版显示。要看原样，请先打开那一版的标准文件。"
            )
        }
        Fault::NotAskedNow => "这台电脑上的标准里没有它。原来填的会留在草稿里，不会丢。".to_owned(),
        Fault::FitsNoMore => "这一项改过了，原来的答案对不上，请重新作答。原来填的会留在草稿里，不会丢。".to_owned(),
        Fault::TooManyPhotos { most } => format!("照片超过 {most} 张，文件被改动过。{RESEND}"),
        Fault::PhotoMissing => "照片没有随文件一起来，其他内容不受影响。需要时请对方重新发送。".to_owned(),
        Fault::PhotoSpoilt => "照片损坏，没有打开，其他内容不受影响。需要时请对方重新发送。".to_owned(),
        Fault::PhotoUnasked => "文件里有一张哪个项目都没有用到的照片，没有打开，其他内容不受影响。".to_owned(),
        Fault::WordsUnknown => "原来那一版标准不在这台电脑上，无法比对每个数字的说法。请逐个核对数字。".to_owned(),
    }
}

fn en(fault: &Fault) -> String {
    const RESEND: &str = "Ask the sender to make it again and send it once more.";
    const CHOOSE: &str =
        "Choose the submission as you received it; its name usually holds “自评申报” or “self-assessment”.";
    match fault {
        Fault::Empty => format!("The file is empty. {RESEND}"),
        Fault::TooLarge { most } => {
            format!("The file is over {} MB: it is not one of this program's, or something else was added.", megabytes(*most))
        }
        Fault::NotText => {
            "The text in the file is in another encoding: another program saved it, or it is no submission. Use the attachment as you received it.".to_owned()
        }
        Fault::Foreign(foreign) => match foreign {
            Foreign::Picture => format!("This is a picture or a video, not a submission. {CHOOSE}"),
            Foreign::Pdf => format!("This is a PDF, printed or scanned, not a submission. {CHOOSE}"),
            Foreign::Office => {
                format!("This is a Word, Excel or WPS document, not a submission; one that was opened and saved there cannot be used either. {CHOOSE}")
            }
            Foreign::Archive => "This is a packed file. Unpack it first, then choose the submission inside.".to_owned(),
            Foreign::WebPage => {
                "This is a web page instead of the attachment; the mailbox may have logged you out. Go back to the mailbox and download the attachment again.".to_owned()
            }
            Foreign::Utf16 => {
                "An editor saved the file in another encoding. Use the attachment as you received it, without opening and saving it.".to_owned()
            }
        },
        Fault::BadSign { line, column } => {
            format!("At line {line}, character {column} stands a sign that no text can hold: the file was damaged on its way. Download it again, or ask the sender to make it again.")
        }
        Fault::TooMany { .. } => format!("It holds too many entries for a file of this program. {RESEND}"),
        Fault::NotJson { cut_off: true, .. } => {
            "The file ends in the middle; the download may have been cut off. Download it again, or ask the sender to make it again.".to_owned()
        }
        Fault::NotJson { line, column, .. } => {
            format!("It cannot be read from line {line}, character {column} on: it was changed, or it is no submission. {RESEND}")
        }
        Fault::TooDeep => format!("It is nested too deep for a file of this program. {RESEND}"),
        Fault::DuplicateKey(key) => format!("“{key}” stands twice: the file was changed. {RESEND}"),
        Fault::NotWhole(why) => {
            let what = match why {
                Unwhole::Fraction => "The number has a fraction or an exponent",
                Unwhole::Negative => "The number is below 0",
                Unwhole::Huge => "The number is too large",
            };
            format!("{what}: the file was changed. {RESEND}")
        }
        Fault::NumberAsText(text) => format!("The number “{text}” is written as a text: the file was changed. {RESEND}"),
        Fault::NotOurs => "This is not a file of this program. Choose a submission, a draft file or a standard.".to_owned(),
        Fault::OtherKind(kind) => format!("This version cannot open files of this kind (“{kind}”) yet."),
        Fault::Newer { .. } => "A newer version of the program made this file. Get the new version, then open it.".to_owned(),
        Fault::Shape(_) => format!("Something here is not what it should be: the file was changed. {RESEND}"),
        Fault::StandardMissing { id, version } => {
            format!("Its standard (“{id}”, version {version}) is not on this computer. Open the county's standard file first.")
        }
        Fault::Sum { stated, found } => format!("It states {stated} points, but its parts add up to {found}."),
        Fault::Twice(id) => format!("“{id}” stands twice."),
        Fault::Unknown(id) => format!("The standard has no “{id}”."),
        Fault::NoWords(lang) => en_lacks(lang),
        Fault::NoLanguage => "It does not say which languages it is in.".to_owned(),
        Fault::LevelsNotRising => "Levels must rise from 0 to all points.".to_owned(),
        Fault::OffStep => "The points are not a multiple of the smallest step.".to_owned(),
        Fault::OutOfRange { least, most } => format!("It must be from {least} to {most}."),
        Fault::LevelWorth => "A level needs either points or a percentage.".to_owned(),
        Fault::NothingHere => "This must not be empty.".to_owned(),
        Fault::TooManyHere { most } => format!("More than {most} entries stand here: this program did not make them."),
        Fault::NotAMailbox => {
            "The mailbox must be one plain mail address, such as 12345678@qq.com, and nothing else. Without a mailbox, leave the line out.".to_owned()
        }
        Fault::LinesNotRising => "Star lines must go from the lowest to the highest.".to_owned(),
        Fault::Derived(id) => format!("“{id}” is computed and cannot stand here."),
        Fault::Unused => "No item uses it.".to_owned(),
        Fault::WrongPlace => "It does not belong here.".to_owned(),
        Fault::NoUnit => "It does not say what is counted.".to_owned(),
        Fault::DoesNotFit => format!("The answer does not fit the item. {RESEND}"),
        Fault::NotAllowed(reason) => format!("“{reason}” is no reason this item allows."),
        Fault::TooLong { most } => format!("The text is longer than {most} characters."),
        Fault::MoreThan { number, most, fact } => format!("{number} is more than {most} (“{fact}”). Please check."),
        Fault::CodeDiffers { recorded, found } => {
            format!("The check code is {recorded}, the content gives {found}: it was changed after the file was made.")
        }
        Fault::ScoreDiffers { recorded, found } => {
            format!("The file states a total of {recorded}; computed again by the standard it is {found}.")
        }
        Fault::ExampleUnmarked => {
            "This is the worked example of the program, and somebody took its mark away: it is no submission of a real unit.".to_owned()
        }
        Fault::ItemChanged => "The item's words or points differ from when it was answered. Please confirm the answer.".to_owned(),
        Fault::OtherVersion { version, at_hand } => {
            format!("It was filled in by version {version} of the standard, which is not on this computer; it is shown under version {at_hand}. To see it as it was, open that version's file first.")
        }
        Fault::NotAskedNow => "The standard on this computer does not ask it. What was said stays with the draft.".to_owned(),
        Fault::FitsNoMore => "The item was changed and the answer does not fit it any more; please answer again. What was said stays with the draft.".to_owned(),
        Fault::TooManyPhotos { most } => format!("There are over {most} photos: the file was changed. {RESEND}"),
        Fault::PhotoMissing => "The photo did not come with the file; nothing else is affected. Ask for it where it is needed.".to_owned(),
        Fault::PhotoSpoilt => "The photo is damaged and was not opened; nothing else is affected. Ask for it where it is needed.".to_owned(),
        Fault::PhotoUnasked => "The file holds a photo that no item has; it was not opened, and nothing else is affected.".to_owned(),
        Fault::WordsUnknown => "The version it was filled in by is not on this computer, so the words of its numbers cannot be compared. Please check each number.".to_owned(),
    }
}
