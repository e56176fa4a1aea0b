//! 中文。

use crate::i18n::grid::GridWords;

pub static GRID: GridWords = GridWords {
    place: "录表",
    title: "录表（代没有电脑的单位录入）",
    lead: "按交来的纸质表、微信回复录入。每格录完按回车往下走；也可以从 Excel 里复制一片，粘贴到第一格。录入的单位在各表上标明“代录”。",
    kind: "单位类别",
    township: "乡镇（街道）",
    rests_on: "依据",
    paper: "纸质表",
    chat: "微信回复",
    spoken: "电话、当面",
    day: "依据的日期",
    needs_day: "请先填依据的日期，录入的内容才能保存。",
    numbers: "数字",
    choices: "选择",
    keys_numbers: "回车往下，Tab 往右。",
    keys_choices: "按选项的序号（1 是最好的一项）选，选好自动往下；Tab 往右。",
    unit: "单位",
    filled: "已录",
    score: "自评分",
    none: "这一类单位都已交来申报文件，没有要代录的。",
    no_unit: "名册上还没有这一类单位。请先在“名册”里加入。",
    option: |number, words| format!("{number} {words}"),
    no_option: |most| format!("请填 1 到 {most} 之间的序号。"),
    unread: |many| format!("有 {many} 格读不出来，没有计入；照原样留着，改好即可。"),
    pasted: |cells, unread| {
        if unread == 0 {
            format!("粘贴了 {cells} 格。")
        } else {
            format!("粘贴了 {cells} 格，另有 {unread} 格读不出来。")
        }
    },
    chat_replies: "微信回复：复制要填的文字，粘贴回来的内容",
    chat_lead: "把要填的文字发到微信里，各室按行填好发回。回来的内容整段复制、粘贴到下面，可以一次贴几家；逐行核对后再计入。",
    copy_form: "复制要填的文字",
    form_copied: "已复制，粘贴到微信里发出。",
    form_not_copied: "浏览器不让复制。",
    paste_replies: "粘贴微信回复",
    read_replies: "读取",
    nothing_read: "没有读到按行号填的内容。",
    line: "行",
    asked: "问的",
    typed: "填的",
    means: "读作",
    lines_unread: "下面这些没有读出来，请在表里补：",
    whose: "这是哪一家的",
    choose_unit: "请选择",
    count_reply: "核对无误，计入",
    counted: |many| format!("已计入 {many} 项。"),
    cell_of: |column, unit| format!("{unit}：{column}"),
};
