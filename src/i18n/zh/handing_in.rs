//! 中文。

use crate::i18n::handing_in::HandingInWords;

pub static HANDING_IN: HandingInWords = HandingInWords {
    place: "上报",
    title: "打印与上报",
    collect: "发给各室填的采集表",
    collect_lead: "名册上的单位每家一份，名称、负责人已填好；填完签字交回，在“录表”里录入。",
    collect_print: |many| format!("打印采集表（{many} 家）"),
    none: "名册上还没有这一类单位。请先在“名册”里加入。",
    bundle: "交县里：一个文件，一张盖章的汇总表",
    bundle_lead: "把本乡镇收到的、代录的和初评的结果打成一个文件（不含照片），打印汇总表盖章。汇总表上有文件的校验码，两样一起交县里；各室不用再单独盖章。",
    by: "制表人",
    number: "第几次上报",
    number_hint: "第一次填 1；补报、改过以后再报，往后加一。",
    make: "生成上报文件",
    making: "正在生成……",
    hindered: "还不能生成，请先处理：",
    no_standard: "这个评审里没有这一类单位的标准。",
    undecided: "两处填得不一致，或同一次有两个不同的文件，请先在总表里打开，选定一份。",
    file_missing: "收到的文件在这台电脑上找不到，请重新放进来。",
    recheck: "初评以后单位又改了填报，请重新核对（须复核）。",
    unnamed: "名册上有一行没有名称，县里对不上号。",
    unexplained: "直接给的分没有写原因，不能计入。请选原因，或写一句说明。",
    apart: "有录入没有计入（太长、读不出来、没有日期，或贴上后还没计入），请改好或清空。",
    differs: "文件没有生成：写出的内容与评审里的不一致。请存一份评审文件并联系县里。",
    number_taken: |last| {
        format!("文件没有生成：第 {last} 次已经做过，内容和现在不同。请写第 {} 次，县里才分得清。", last + 1)
    },
    no_file: "文件没有生成：浏览器没有接收文件。请再试一次。",
    needs_number: "请填第几次上报（1 到 99 的整数）。",
    file: "文件",
    code: "校验码",
    counts: |all, here| format!("应报 {all} 家，已报 {here} 家"),
    done: "上报文件已交给浏览器保存",
    steps: [
        "打印汇总表，人大主席签字、盖章。",
        "把上报文件发给县里，办法在下面。",
        "盖章的汇总表交县里。照片留在本乡镇，县里要看哪一家再单独发。",
    ],
    compared: |last, changes| format!("与第 {last} 次上报相比：{changes}。"),
    kept_made: "已经生成的上报文件",
    kept_received: "收到的打包文件",
    look: "看汇总表",
    look_at: |of| format!("看汇总表：{of}"),
    not_here: "这份文件不在这台电脑上，看不了。",
    code_of: |township, n| format!("一致：是{township}第 {n} 次的汇总表。"),
    code_unknown: "这里的各份文件都没有这个校验码。请看是否抄错；没有抄错的，请对方把和表一致的文件发来。",
    save_original: "把收到的这一份原样存成文件",
    save_original_hint: "和收到时一样，带照片。县里要看这一家的照片时，把它发过去。",
    photos_away: |n| {
        format!(
            "照片（{n} 张）留在乡镇，没有随打包文件报来。要看照片，把下面这段话发给乡镇；收到文件后放进“收件”，照片就在这里。"
        )
    },
    ask_photos: "复制：请发照片",
    ask_copied: "已复制，发给乡镇。",
    ask_photos_text: |unit, n, code| {
        format!(
            "请把{unit}的申报文件（第 {n} 次，校验码 {code}）连同照片单独发来：在星站里打开这一家，点“把收到的这一份原样存成文件”，把文件发给我们。"
        )
    },
    summary_print: "打印汇总表",
    print: "打印",
    back: "返回",
    what: "初评上报",
    times: |number| format!("第{number}次"),
};
