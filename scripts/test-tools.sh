#!/bin/sh
# Installs what only the tests need and is missing: browsers, their drivers, parsers. Sourced by
# scripts/test.sh after scripts/tools.sh, whose functions it uses.
geckodriver_version=0.37.1 # drives Firefox; Debian has none
acorn_version=8.19.0       # reads scripts as engines of a given year would
ajv_version=8.20.0         # reads the published schemas as strictly as other programs do

# Browsers with their drivers, a screen without a monitor for the one that needs one, and a reader of PDFs and
# of what is packed in the single file.
debian chromium chromium chromedriver chromium-driver firefox-esr firefox-esr \
  WebKitWebDriver webkit2gtk-driver Xvfb xvfb fc-list fontconfig pdftotext poppler-utils
# Servers to try the lines for them on; they are run by hand there, never as services. Debian has them in a folder
# that is not on everybody's PATH.
PATH=$PATH:/usr/sbin
debian nginx nginx-light apache2 apache2-bin
# Without a Chinese font every sentence is a row of boxes, and pictures and widths prove nothing.
[ -n "$(fc-list :lang=zh)" ] || debian "a Chinese font" fonts-noto-cjk

install_geckodriver() { light geckodriver --version "$geckodriver_version" --root "$1"; }
install_parsers() { packages "$1" "acorn@$acorn_version" "ajv@$ajv_version"; }
parsers=$acorn_version-$ajv_version
tool geckodriver "$geckodriver_version" geckodriver install_geckodriver
tool parsers "$parsers" acorn install_parsers
NODE_PATH=$NODE_PATH:$tools_home/parsers-$parsers/lib/node_modules
export PATH NODE_PATH
