//! 中文。

use crate::i18n::earlier::PriorYearWords;

pub static EARLIER: PriorYearWords = PriorYearWords {
    title: "与往年对照",
    lead: "放上往年的申报后，填写时每一项旁边都能看到当年的回答，得分页能看到每部分的增减。往年的内容只供参考，不计分，也不写入申报文件；要沿用哪一项，由您在那一项上逐项点选。",
    stands: |year, points| format!("正在对照：{year}年的申报，当年得 {points} 分。"),
    take_away: "不再对照",
    here: "本机上同一单位往年的草稿",
    none: "本机上没有同一单位往年的草稿。",
    open_file: "打开往年的申报文件",
    put: |name| format!("对照：{name}"),
    put_beside: |name| format!("放在“{name}”旁边作对照"),
    begin: |year, then| format!("开始填写{year}年，与这份{then}年的对照"),
    begin_hint: "单位和人员照这份填好，可以再改；各项回答和数字一概不带过来，要沿用哪一项，由您在那一项上点选。",
    other_unit: "注意：这份文件的单位名称和这份草稿不一样。",
    done: |year| format!("已放上{year}年的申报，填写时每一项旁边都能看到。"),
    year: |year| format!("{year}年"),
    differs: |was| {
        if was.is_empty() {
            "今年的问法和当年不同，请按今年的问法核对。".to_owned()
        } else {
            format!("今年的问法和当年不同，当年问的是：{was}")
        }
    },
    reuse: |year| format!("沿用{year}年的回答"),
    change: "增减",
    bonus: |points| format!("另有加分 {points}"),
};
