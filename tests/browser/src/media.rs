//! The eyes that look at the page: in the dark, with colours of their own, at four times the size.

use crate::browser::Browser;
use crate::engine::Engine;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// What the system of the person who looks asks of every page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MediaEmulation {
    /// Light, and nothing that moves, so that no test waits for what does.
    #[default]
    Usual,
    /// Dark.
    Dark,
    /// A few colours of their own in place of the page's.
    Forced,
    /// What moves is welcome.
    Moving,
    /// Everything at four times its size.
    Large,
    /// Pages are given noise for what they have drawn, so that nobody is known by it. Only Firefox does.
    Guarded,
}

impl MediaEmulation {
    /// What Chromium's developer tools are told: a feature of the medium, and its value.
    pub(crate) fn feature(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Usual | Self::Large | Self::Guarded => None,
            Self::Dark => Some(("prefers-color-scheme", "dark")),
            Self::Forced => Some(("forced-colors", "active")),
            Self::Moving => Some(("prefers-reduced-motion", "no-preference")),
        }
    }

    /// What Firefox is told at its start: a preference, and its value.
    pub(crate) fn preference(self) -> Option<(&'static str, Value)> {
        match self {
            Self::Usual => None,
            Self::Dark => Some(("ui.systemUsesDarkTheme", json!(1))),
            Self::Forced => Some(("browser.display.document_color_use", json!(2))), // never the page's
            Self::Moving => Some(("ui.prefersReducedMotion", json!(0))),
            Self::Large => Some(("layout.css.devPixelsPerPx", json!("4"))),
            Self::Guarded => Some(("privacy.resistFingerprinting", json!(true))),
        }
    }
}

impl MediaEmulation {
    /// By what a page notices these eyes.
    fn query(self) -> &'static str {
        match self {
            Self::Usual => {
                "(prefers-color-scheme: light) and (forced-colors: none) and (prefers-reduced-motion: reduce)"
            }
            Self::Dark => "(prefers-color-scheme: dark)",
            Self::Forced => "(forced-colors: active)",
            Self::Moving => "(prefers-reduced-motion: no-preference)",
            Self::Large => "(min-resolution: 4dppx)",
            // All that is told of the person is what everybody has.
            Self::Guarded => "(prefers-color-scheme: light)",
        }
    }
}

impl Browser {
    /// Looks with other eyes from now on, and must notice it.
    pub async fn look_with(&self, media: MediaEmulation) {
        match self.engine() {
            Engine::Chromium => {
                let features: Vec<Value> =
                    media.feature().map(|(name, value)| json!({ "name": name, "value": value })).into_iter().collect();
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            }
            Engine::Firefox => {
                // As at its start, and then what these eyes want otherwise.
                let wanted = media.preference().map_or(json!([]), |(name, value)| json!([name, value]));
                let script = "const [wanted] = arguments; \
                    for (const name of ['ui.systemUsesDarkTheme', 'browser.display.document_color_use']) Services.prefs.clearUserPref(name); \
                    Services.prefs.setIntPref('ui.prefersReducedMotion', 1); \
                    if (wanted.length) Services.prefs.setIntPref(...wanted)";
                self.of_the_browser(script, vec![wanted]).await;
            }
            Engine::WebKit => panic!("it cannot be told"),
        }
        let query = media.query();
        self.wait_until(&format!("it sees {query}"), &format!("matchMedia('{query}').matches")).await;
        self.settle().await;
    }

    /// Makes the window 320 pixels wide, of four real ones each. Needs `MediaEmulation::Large`. Firefox makes only a window
    /// without bars that narrow, so the application moves into one.
    pub async fn large(&self) {
        match self.engine() {
            Engine::Chromium => self.resize(320, 225, 4).await,
            Engine::Firefox => {
                let before = self.client().windows().await.expect("windows");
                self.script("open(location.href, '', 'popup,width=320,height=225')", Vec::new()).await;
                self.client().close_window().await.expect("the window with bars is closed");
                let all = self.client().windows().await.expect("windows");
                let narrow = all.into_iter().find(|window| !before.contains(window)).expect("a window without bars");
                self.client().switch_to_window(narrow).await.expect("the other window");
                self.ready().await;
            }
            Engine::WebKit => panic!("it has no way to be told"),
        }
        assert_eq!(self.value_of("[innerWidth, devicePixelRatio]").await, json!([320, 4]));
    }

    /// With everything unfolded: how wide the page is and what sticks out, if it is to be scrolled sideways.
    pub async fn sideways(&self) -> Option<String> {
        let script = "for (const fold of document.querySelectorAll('details')) fold.open = true; \
            const page = document.documentElement; \
            if (page.scrollWidth <= page.clientWidth) return null; \
            const over = [...document.querySelectorAll('body *')].filter(one => \
              one.getBoundingClientRect().right > page.clientWidth + 1).slice(0, 3); \
            return `${page.scrollWidth} wide: ` + over.map(one => one.outerHTML.slice(0, 100)).join(' | ')";
        self.script(script, Vec::new()).await.as_str().map(str::to_owned)
    }

    /// Role and name of an element as the browser tells them to a screen reader. Where a role has no name in
    /// WAI-ARIA, such as a date field's, the role is the browser's own word or empty.
    pub async fn told(&self, element: &Element) -> (String, String) {
        let ask = async |what| {
            let id = element.element_id().to_string();
            let said = self.client().issue_cmd(Computed { id, what }).await;
            said.unwrap_or_else(|error| panic!("{what}: {error}")).as_str().unwrap_or_default().to_owned()
        };
        let name = ask("computedlabel").await;
        (ask("computedrole").await, name.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// A question about an element that fantoccini has no verb for.
#[derive(Debug)]
struct Computed {
    id: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.id, self.what))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}
