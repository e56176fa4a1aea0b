//! 中文。

use crate::i18n::signing::SigningWords;

pub static SIGNING: SigningWords = SigningWords {
    title: |post| format!("{post}签字前看这一页"),
    lead: "从上到下看一遍，约十分钟。要改的点进去改，改完回到这一页；没有问题就打印要签字的表。",
    claimed: "申报的得分和星级",
    lost: |n| format!("失分的项目（{n} 项）"),
    nothing_lost: "没有失分的项目。",
    item: "项目",
    won: "得分",
    why: "原因",
    then: |year| format!("{year}年得分"),
    no_year: "没有放上往年的申报，这里不能与往年对照。",
    put_year: "放上往年的申报",
    gates: "已触发的否决与封顶",
    no_gates: "没有触发否决或封顶。",
    nothing_to_look_at: "没有矛盾、缺漏或未填的内容。",
    last: "申报文件",
    not_handed: "还没有生成申报文件。生成以后，要签字的表上才有校验码。",
    sign: "打印要签字的表",
    sign_hint: "打印出来由本人签字、盖章；签字以后再改内容，校验码会变，需要重新打印、签字。",
    no_printer: "这台电脑没有打印机",
    no_printer_steps: [
        "点“打印”，在打印窗口的“打印机”一栏选“另存为 PDF”（有的写“导出为 PDF”），点保存。",
        "把存下的 PDF 拷到 U 盘，或用微信发到有打印机的电脑上。",
        "在那台电脑上打开 PDF，用 A4 纸按“实际大小”打印。",
    ],
};
