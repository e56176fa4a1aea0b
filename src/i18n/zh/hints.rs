//! 中文。

use crate::i18n::hints::HintWords;

pub static HINTS: HintWords = HintWords {
    contradiction: |number, than| format!("{number}，多于{than}，两个数对不上，现场请核对。"),
    not_applicable: |item, why| format!("{item}：填了不适用（{why}），现场请看一眼。"),
    gate: |gate, effect| format!("{gate}（{effect}），现场请先看这一项。"),
    nothing_counted: |number, nothing| format!("{number}，{nothing}，现场请看登记本。"),
    far_apart: |own, by, assessed, items, many| match many {
        0 => format!("自评 {own}、{by} {assessed}，现场请先看差在哪里。"),
        1 => format!("自评 {own}、{by} {assessed}，差在 {items}，现场请先看这一项。"),
        _ => format!("自评 {own}、{by} {assessed}，差在 {items}，现场请先看这两项。"),
    },
    between: "、",
    highest: |number| format!("{number}，是全县最多的三个之一，现场请看记录。"),
    lowest: |number| format!("{number}，是全县最少的三个之一，现场请问一下原因。"),
    same_photo: |unit| format!("与{unit}有一张照片相同，可能是共用场所，现场看一眼。"),
    same_note: |unit| format!("与{unit}有一段说明相同，现场请问一下各自的做法。"),
};
