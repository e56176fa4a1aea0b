//! What is wrong with a file of the site, and whom to tell. Before the start index.html says the same.

use crate::model::files::site_files::{MissingFile, SiteFault};
use crate::model::standard::words::Lang;

/// Which file it is, what is wrong with it, and what can be done.
pub fn lack(lang: Lang, lack: &MissingFile) -> String {
    let MissingFile { file, answer, .. } = lack;
    match (lang, lack.fault) {
        (Lang::Zh, SiteFault::Status) => format!(
            "没有取到文件 {file}，网站的回答是 {answer}。这不是浏览器的问题：过一会儿再试，还不行请告诉管这个网址的人。"
        ),
        (Lang::En, SiteFault::Status) => format!(
            "The file {file} did not come; the site answered {answer}. This is not the browser's fault: try again in a while, and if it stays so tell whoever looks after this address."
        ),
        (Lang::Zh, SiteFault::Network) => {
            format!("没有取到文件 {file}：网络断了，或者网站没有回应。请联网后再试。")
        }
        (Lang::En, SiteFault::Network) => format!(
            "The file {file} did not come: the network is down, or the site does not answer. Try again with a network."
        ),
        (Lang::Zh, SiteFault::Slow) => {
            format!("文件 {file} 很久没有取到，网络或网站很慢，没有再等下去。请过一会儿再试。")
        }
        (Lang::En, SiteFault::Slow) => format!(
            "The file {file} has not come for a long time; the network or the site is slow, and it is waited for no longer. Try again in a while."
        ),
        (Lang::Zh, SiteFault::Type) => format!(
            "文件 {file} 的类型不对，网站的回答是 {answer}，浏览器不能用它。请告诉管这个网址的人。"
        ),
        (Lang::En, SiteFault::Type) => format!(
            "The file {file} has a wrong type, the site answered {answer}, so that the browser cannot use it. Tell whoever looks after this address."
        ),
        (Lang::Zh, SiteFault::Content) => format!(
            "取到的文件 {file} 内容不对或不完整（网站的回答是 {answer}）。请再试一次，还不行请告诉管这个网址的人。"
        ),
        (Lang::En, SiteFault::Content) => format!(
            "The file {file} came with wrong content or not whole (the site answered {answer}). Try again, and if it stays so tell whoever looks after this address."
        ),
        (Lang::Zh, SiteFault::Damaged) => {
            "这个文件不完整，或者被改动过。请重新拷贝或下载一次，再打开。".to_owned()
        }
        (Lang::En, SiteFault::Damaged) => {
            "This file is not whole, or was changed. Copy or download it again, then open it.".to_owned()
        }
        (Lang::Zh, SiteFault::NotRun) => {
            "文件取到了，但浏览器没能运行它，多半是内存不够。请关掉一些网页再试，或者换新版的 Edge 或 Chrome。".to_owned()
        }
        (Lang::En, SiteFault::NotRun) => {
            "The file came, but the browser did not run it, most likely for lack of memory. Close some other pages and try again, or use a recent Edge or Chrome.".to_owned()
        }
    }
}
