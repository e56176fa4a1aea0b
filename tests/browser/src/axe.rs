//! axe-core looks for barriers on a page. It is the only part here that is not Rust.

use crate::browser::Browser;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// The text of axe-core, in the version that `axe.sh` names.
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("axe.sh");
        let output = Command::new("sh").arg(&script).output().expect("a shell");
        assert!(
            output.status.success(),
            "axe-core could not be installed: npm with a network connection is needed once.\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let file = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{file}: {error}. Remove its folder and run this again."))
    })
}

impl Browser {
    /// What keeps some people from using the page as it is now: a line for each barrier.
    pub async fn barriers(&self) -> Vec<String> {
        self.barriers_by("{}").await
    }

    /// Those that come of colours alone: the rest is the same in every light.
    pub async fn barriers_of_colours(&self) -> Vec<String> {
        self.barriers_by("{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }").await
    }

    async fn barriers_by(&self, rules: &str) -> Vec<String> {
        if self.value_of("typeof axe").await == "undefined" {
            self.script(source(), Vec::new()).await;
        }
        let script = format!(
            "const done = arguments[0]; \
            axe.run(document, {{ resultTypes: ['violations'], ...{rules} }}).then( \
              found => done(found.violations.flatMap(one => one.nodes.map( \
                node => `${{one.id}}: ${{one.help}}: ${{node.target.join(' ')}}: ${{node.html.slice(0, 160)}}`))), \
              error => done([String(error)]))"
        );
        let found = self.script_until_called(&script, Vec::new()).await;
        match found {
            Value::Array(found) => found.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect(),
            other => panic!("axe-core answered {other}"),
        }
    }
}
