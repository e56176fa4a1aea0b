//! 中文。

use crate::i18n::standards::StandardWords;

pub static STANDARDS: StandardWords = StandardWords {
    issued_by: |issuer| format!("发布：{issuer}"),
    own: "程序自带",
    others: "其他标准（默认标准和以前的版次）",
    same: "各项与默认标准相同",
    compared: |parts| format!("与默认标准相比：{}", parts.join("，")),
    changed: |n| format!("{n} 项不同"),
    added: |n| format!("新增 {n} 项"),
    gone: |n| format!("少 {n} 项"),
    items: |now, then| format!("共 {now} 项，默认标准 {then} 项"),
    points: |now, then| format!("满分 {now} 分，默认标准 {then} 分"),
    lines_differ: "星级线不同",
    gates_differ: "否决与封顶不同",
    look: "查看",
    look_at: |title| format!("查看“{title}”"),
    save: "存成文件",
    save_what: "评定标准",
    make_own: "怎样改成本县的标准",
    make_own_steps: [
        "点“存成文件”，得到一个 .json 文件，用记事本打开。引号、逗号和括号保持原样，只改里面的字和数。",
        "改标题（title）、发布单位（issuer）、截止日期（deadline）、收件邮箱（receiver.mailbox）和各项的内容、分值。分值以百分之一分为单位，3 分写 300。",
        "把编号（id）改成本县自己的，如 county-station；以后每改一次，版次（version）加一。",
        "在“打开文件”里打开它。有写错的地方，会逐处说明在哪一项、缺什么；没有错就可以发给各站、各室。",
    ],
    remove: "移除",
    in_use: |n| format!("{n} 份草稿在用，不能移除"),
    removed: |title| format!("已移除“{title}”。以后需要时，重新打开它的文件就行。"),
    put_back: "放回来",
    not_removed: "没有移除：浏览器的存储没有回应，不能确定有没有草稿在用。请过一会儿再试。",
    other_content: |id, version| {
        format!(
            "没有加入：这台电脑上已有一份标准，编号（{id}）和版次（第 {version} 版）都相同，内容却不同。请发标准的单位把版次加一再发；确实要用这一份的，先在“我的草稿”里移除原来的那份。"
        )
    },
    not_here: "这台电脑上没有这份标准",
    not_here_hint: "它可能已被移除。请打开它的文件，加入以后就能查看。",
    item: "项目",
    worth: "分值",
    rule: "怎么得分",
    lines: "星级线",
    at_least: |points| format!("{points} 分及以上"),
    basis: "依据",
    cycle: "进度安排",
    deadline: "报送截止",
    no_mailbox: "没有写明",
    numbers: "要填的数字",
    back: "回到我的草稿",
};
