//! Whether the page is shown inside another application, where files may not come down and storage may not stay.

/// Whether it is `WeChat`'s or QQ's own window. QQ's browser, which names itself otherwise, is one like others.
pub fn is_in_chat() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    agent.contains("MicroMessenger") || agent.contains(" QQ/")
}
