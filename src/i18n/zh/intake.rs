//! 中文。

use crate::i18n::intake::IntakeWords;
use documents::received::ReadFailure;

pub static INTAKE: IntakeWords = IntakeWords {
    new: |n| format!("第 {n} 次，已收下。"),
    newer: |n, last| format!("第 {n} 次，已收下，代替第 {last} 次。"),
    again: |n| match n {
        0 => "已经收过，没有重复登记。".to_owned(),
        n => format!("第 {n} 次已经收过，没有重复登记。"),
    },
    older: |n, last| format!("是第 {n} 次，第 {last} 次已经收到；只作留存，不代替。"),
    clash: |n| format!("两份都是第 {n} 次，内容不同。请与单位核对后，选定用哪一份。"),
    changed: "文件生成以后被改动过，没有收下。请向报送单位核实，让对方重新生成。",
    other_year: |year| format!("是 {year} 年度的，没有收下。请用今年的文件，发给对方。"),
    other_version: |theirs, ours| {
        format!("按评定标准第 {theirs} 版填写，今年用的是第 {ours} 版，没有收下。请用今年的文件，发给对方。")
    },
    other_content: |version| {
        format!("所用标准也是第 {version} 版，内容却与这里的不同，没有收下。请向对方核实用的是哪一份标准。")
    },
    other_standard: |id, version| {
        format!("按另一份评定标准（“{id}”第 {version} 版）填写，没有收下。请用今年的文件，发给对方。")
    },
    is_sample: "是示例，不是真实的申报，没有收下。",
    is_real: "是真实的申报，不能收进示例县，没有收下。",
    damaged: "读不出来，没有收下。",
    draft: "是草稿，不是申报文件，没有收下。请对方打开草稿，生成申报文件后再发来。",
    standard: |id, version| format!("是评定标准（“{id}”第 {version} 版），不是申报文件，没有收下。"),
    bundle: "是乡镇（街道）的打包文件。",
    review: "是另一个评审的文件，没有收进来；请在“打开评审文件”里打开。",
    photos: "照片已收下，放在已经收到的那一份里。",
    bundle_number: |n, said| format!("打包文件第 {n} 次，{said}"),
    bundle_first: "已收下。",
    bundle_later: |last, changes| match changes {
        "" => "已收下。".to_owned(),
        changes => format!("已收下。与第 {last} 次相比：{changes}。"),
    },
    bundle_again: "已经收过，没有重复登记，什么都没有改。",
    bundle_beside: |n| format!("有 {n} 处与这里改过的不一样，两边的都留着，请在页面上方逐处决定。"),
    bundle_same_number: "已经收到过同一次数的另一份，内容不同，这一份没有收进来。请乡镇（街道）改成下一次再报。",
    bundle_older: |last| format!("第 {last} 次已经收到，这一份较早，没有收进来，什么都没有改。"),
    bundle_changes: |[same, new, answers, first, gone]| {
        let parts = [(same, "相同"), (new, "新增"), (answers, "填报有变动"), (first, "初评有变动"), (gone, "不再报")];
        let said = parts.iter().filter(|(n, _)| **n > 0).map(|(n, what)| format!("{n} 家{what}"));
        said.collect::<Vec<_>>().join("、")
    },
    bundle_change: |what| ["相同", "新增", "填报有变动", "初评有变动", "不再报"].get(what).copied().unwrap_or_default(),
    revision_from_to: |from, to| format!("第 {from} 次 → 第 {to} 次"),
    own_from_to: |from, to| format!("自评 {from} → {to}"),
    first_from_to: |from, to| format!("初评 {from} → {to}"),
    judged_at: |items| format!("改在 {items}"),
    unopened: |failure| match failure {
        ReadFailure::NotMail => "不是邮件，打不开。",
        ReadFailure::NotArchive => "不是 zip 压缩包，打不开。请先解压，再选择里面的文件。",
        ReadFailure::NotWorkbook => "不是 Excel 表格，打不开。请另存为 .xlsx 再选择。",
        ReadFailure::Incomplete => "没有下载完整，打不开。请重新下载或重新复制。",
        ReadFailure::Damaged => "已经损坏，打不开。请对方重新发送。",
        ReadFailure::Encrypted => "设了密码，打不开。请先用密码解压，再选择里面的文件。",
        ReadFailure::UnknownPacking => "压缩方式本程序不认识，打不开。请先解压，再选择里面的文件。",
        ReadFailure::TooLarge => "解开以后超过 200 MB，没有打开。请先解压，分几次选择里面的文件。",
        ReadFailure::TooMany => "里面的文件超过 2000 个，没有打开。请先解压，分几次选择里面的文件。",
        ReadFailure::TooDeep => "压缩包里套着压缩包，没有打开。请先解压里面的那一个。",
        ReadFailure::EndlessMail => "这封邮件层层套得太多，不像正常的邮件，没有打开。请在邮箱里打开它，单独保存附件。",
        ReadFailure::LongName => "文件名太长，没有打开。请改短以后再选择。",
        ReadFailure::UnsafeName => "文件名不正常，没有打开。请确认来源。",
        ReadFailure::Overlapping => "不是正常的压缩包，没有打开。请确认来源。",
        ReadFailure::NestedMail => "是邮件里又套着的一封邮件，没有打开。请在邮箱里打开那一封，保存附件。",
        ReadFailure::NoSuchFile => "里面没有这个文件。",
    },
    inside: |entry, why| format!("里面的“{entry}”{why}"),
    of_unit: |unit, said| format!("{unit}：{said}"),
    within: |name, within| format!("{name}（在“{within}”里）"),
    others: |n| format!("另有 {n} 个无关文件，未读取内容。"),
    packed: |n| format!("其中 {n} 个压缩包打不开（如 RAR、加密的压缩包）。如果里面有申报文件，请先解压。"),
    counts: |[new, newer, known, to_decide, refused]| {
        let parts = [
            (new, "新收", "份"),
            (newer, "更新", "份"),
            (known, "收过", "份"),
            (to_decide, "待核对", "份"),
            (refused, "没有收下", "份"),
        ];
        let said: Vec<String> =
            parts.iter().filter(|(n, ..)| *n > 0).map(|(n, what, unit)| format!("{what} {n} {unit}")).collect();
        if said.is_empty() { "没有申报文件。".to_owned() } else { format!("{}。", said.join("，")) }
    },
    remind_group: |expected, came, until| {
        let missing = expected.saturating_sub(came);
        format!(
            "各位负责人：星级自评应报 {expected} 个，已收到 {came} 个，还有 {missing} 个没有报。请还没有报的尽快报送{until}。"
        )
    },
    remind_none: |expected| format!("各位负责人：星级自评应报 {expected} 个，已全部收到，谢谢。"),
    remind_names: |n, names, until| format!("还没有报星级自评的有 {n} 个：{names}。请提醒报送{until}。"),
    until: |day| format!("，截止 {day}"),
    between: "、",
};
