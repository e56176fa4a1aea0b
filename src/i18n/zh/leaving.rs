//! 中文。

use crate::i18n::leaving::Leaving;

pub const LEAVING: Leaving = Leaving {
    title: "公用电脑",
    hint: "离开前分三步：把这里的全部草稿（连照片和回收处）合成一个文件；找到那个文件，选给本页比对；一致之后再清除。前两步没有做完，什么都不会清除。",
    make: "把全部草稿合成一个文件",
    make_again: "再合成一次",
    making: "正在合成……",
    silent: "没有合成：浏览器的存储没有回应，可能还有读不到的草稿。请关闭浏览器，重新打开后再试。",
    failed: "没有合成：浏览器没能做出这个文件。草稿都还在。",
    handed: |name, mb| {
        format!(
            "已交给浏览器下载：{name}（约 {mb} MB）。浏览器可能会问存到哪里，也可能没有存成。请找到这个文件，存到 U 盘或发给自己。"
        )
    },
    without: |n| format!("有 {n} 张照片读不出来，不在这个文件里，清除后就没有了。"),
    without_silent: |n| {
        format!(
            "照片的存储没有回应，{n} 张照片不在这个文件里。请先关闭浏览器，重新打开后再合成一次；现在清除，这些照片就没有了。"
        )
    },
    choose: "选择刚才下载的文件",
    choose_hint: "选定后本页把它和刚才交出的那个文件逐字比对。",
    comparing: "正在比对……",
    unreadable: "读不到这个文件，没有清除。请重新选择。",
    other_size: |is, should| {
        format!(
            "不是那个文件，或者没有下载完整：它有 {is} 字节，应当是 {should} 字节。没有清除。请重新选择，或再合成一次。"
        )
    },
    other_content: "不是那个文件：大小相同，内容不同。没有清除。请重新选择，或再合成一次。",
    same: "就是这个文件，一字不差。",
    goes: "将从这台电脑的这个浏览器里清除：",
    goes_drafts: |n, names| format!("草稿 {n} 份：{names}"),
    goes_broken: |n| format!("读不出来的草稿 {n} 份，已原样放进文件"),
    goes_bin: |n| format!("回收处 {n} 份"),
    goes_others: |n| format!("另外保存的内容 {n} 份"),
    goes_photos: |n| format!("照片 {n} 张"),
    goes_reviews: |n, names| format!("{n} 个评审：{names}"),
    goes_history: "各份草稿以前的样子",
    clear: "清除这台电脑",
    cleared: "已清除：这个浏览器里没有任何草稿、照片和以前的样子了。",
    but_photos: "草稿已清除。照片的存储没有回应，照片还在：请关闭浏览器重新打开，再到这里清除一次。",
    changed: "没有清除：合成之后又有改动或新增的草稿，可能在另一个窗口里。请再合成一次。",
    partly: "没有清除完：浏览器的一部分存储没有回应。请关闭浏览器重新打开，再到这里清除一次。",
    was_cleared: "这台电脑已经清除",
    was_cleared_hint: "有人在这个浏览器里清除了全部草稿，这一份也在内。这里不再保存，也不会写回去。",
    was_cleared_more: "清除时，这个窗口里还有没来得及保存的内容。需要的话请存成草稿文件，不需要就关闭窗口。",
    was_removed: "这份草稿已删除",
    was_removed_hint: "它放在“我的草稿”的回收处里，可以取回。",
    waiting: "还在读取这份草稿",
    waiting_hint: "浏览器的存储还没有回应，旧电脑上可能要等一会儿。读到以后会自动打开，不用重来。有草稿文件的，也可以先打开文件。",
    list_waits: "还在读取，可能还有别的草稿……",
    list_unsure: "浏览器的一部分存储读不出来，这里列的可能不全。请关闭浏览器，重新打开后再看。",
    what: "星站全部草稿",
    what_review: "评审",
    county: "全县",
    folders: ["草稿", "回收处", "另外保存", "旧版程序", "读不出来的", "评审"],
    comma: "、",
};
