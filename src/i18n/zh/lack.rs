//! 中文。

use crate::i18n::lack::LackWords;

pub static LACK: LackWords = LackWords {
    status: |file, answer| {
        format!(
            "没有取到文件 {file}，网站的回答是 {answer}。这不是浏览器的问题：过一会儿再试，还不行请告诉管这个网址的人。"
        )
    },
    network: |file| format!("没有取到文件 {file}：网络断了，或者网站没有回应。请联网后再试。"),
    slow: |file| format!("文件 {file} 很久没有取到，网络或网站很慢，没有再等下去。请过一会儿再试。"),
    wrong_type: |file, answer| {
        format!("文件 {file} 的类型不对，网站的回答是 {answer}，浏览器不能用它。请告诉管这个网址的人。")
    },
    content: |file, answer| {
        format!("取到的文件 {file} 内容不对或不完整（网站的回答是 {answer}）。请再试一次，还不行请告诉管这个网址的人。")
    },
    damaged: "这个文件不完整，或者被改动过。请重新拷贝或下载一次，再打开。",
    not_run: "文件取到了，但浏览器没能运行它，多半是内存不够。请关掉一些网页再试，或者换新版的 Edge 或 Chrome。",
};
