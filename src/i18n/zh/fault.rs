//! 中文。

use super::format::SIGNS;
use crate::i18n::fault::{FileFaults, megabytes};
use crate::model::files::foreign::Foreign;
use crate::model::problem::{Fault, Unwhole};
use crate::model::standard::words::LangTag;

pub static FAULTS: FileFaults = FileFaults {
    said,
    changed: |said| format!("{said}文件被改动过，请让对方重新生成并发送。"),
    answers: "作答",
    facts: "数字",
    photos: "照片",
    item: |id| format!("项目 {id}"),
    note: |id| format!("项目 {id} 的说明"),
    photo: |id| format!("项目 {id} 的照片"),
    fact: |id| format!("数字“{id}”"),
    people: "人员",
    declaration: "填报人声明",
    unit: "单位",
    counter: "草稿的改动次数",
    revision: "报送次数",
    exports: "报送记录",
    reconfirm: "请重新确认的内容",
    left: "标准里已没有的作答",
    earlier: "往年的作答",
    entries: "评审记录",
    basics: "评审的基本信息",
    files: "收到的文件",
    sealed: "打包的内容",
    submissions: "包里的申报文件",
};

/// What words in a language are called.
pub(super) fn words_in(lang: &str) -> String {
    match lang {
        "zh" => "中文".to_owned(),
        "en" => "英文".to_owned(),
        other => format!("“{other}”这种语言的文字"),
    }
}

fn no_words(lang: &LangTag) -> String {
    format!("缺{}。", words_in(lang.as_str()))
}

/// A file of another program.
fn of_another_program(foreign: Foreign) -> String {
    const CHOOSE: &str = "请选择原来收到的申报文件，文件名里一般有“自评申报”。";
    match foreign {
        Foreign::Picture => format!("这是图片或视频，不是申报文件。{CHOOSE}"),
        Foreign::Pdf => format!("这是 PDF 文件（打印稿或扫描件），不是申报文件。{CHOOSE}"),
        Foreign::Office => {
            format!("这是 Word、Excel 或 WPS 文档，不是申报文件；用这些软件打开另存过的文件也不能用。{CHOOSE}")
        }
        Foreign::OutlookMail => {
            "这是 Outlook 存下的邮件（.msg），本程序打不开。请在邮箱里把附件单独保存下来，再选择附件。".to_owned()
        }
        Foreign::Archive => "这是压缩包。请先解压，再选择里面的申报文件。".to_owned(),
        Foreign::WebPage => {
            "这是一个网页，不是附件本身，可能登录已过期，下载没有成功。请回到邮箱，重新下载附件。".to_owned()
        }
        Foreign::Utf16 => {
            "文件被编辑软件另存成了另一种文字编码，读不出来。请用原来收到的附件，不要打开另存。".to_owned()
        }
    }
}

/// Whose file it is, and by which standard it was filled in.
fn by_another_standard(id: &str, version: u32, unit: &str, year: u16) -> String {
    let whose = if unit.is_empty() { "这个文件".to_owned() } else { format!("“{unit}”{year} 年度的文件") };
    format!(
        "{whose}是按另一份标准填的，这台电脑上没有：编号“{id}”，第 {version} 版。请向发文件的单位或发布标准的单位要这份标准文件，先打开、加入它，再打开这个文件。"
    )
}

fn said(fault: &Fault) -> String {
    const RESEND: &str = "请让对方重新生成并发送。";
    const ANEW: &str = "让对方重新生成并发送。";
    match fault {
        Fault::Empty => format!("文件是空的。{RESEND}"),
        Fault::TooLarge { most } => {
            format!("文件超过 {} MB，不是本程序生成的文件，或夹带了别的内容。", megabytes(*most))
        }
        Fault::NotText => {
            "文件的文字编码不对，可能被别的软件另存过，或根本不是申报文件。请用原来收到的附件。".to_owned()
        }
        Fault::Foreign(foreign) => of_another_program(*foreign),
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
        Fault::MissingKey(_)
        | Fault::UnknownKey(_)
        | Fault::UnknownName(_)
        | Fault::OtherValue { .. }
        | Fault::Shape(_) => format!("这里的内容不对，文件被改动过。{RESEND}"),
        Fault::StandardMissing { id, version, unit, year } => by_another_standard(id, *version, unit, *year),
        Fault::Sum { stated, found } => format!("写明 {stated} 分，各项相加却是 {found} 分。"),
        Fault::Twice(id) => format!("“{id}”重复了。"),
        Fault::Unknown(id) => format!("标准里没有“{id}”。"),
        Fault::NoWords(lang) => no_words(lang),
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
        Fault::NotAfter(day) => format!("这一天应在 {} 之后：统计期结束了才能自评和报送。", (SIGNS.day)(*day)),
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
        Fault::OtherVersion { version, at_hand } if version == at_hand => {
            format!(
                "它所用的标准和这台电脑上的同是第 {version} 版，内容却不同，下面按这台电脑上的显示。请向发来的单位核实用的是哪一份标准。"
            )
        }
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
