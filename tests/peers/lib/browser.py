"""Debian's Chromium, driven from outside, and what it did while it was."""
import json, shutil, tempfile

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--force-color-profile=srgb"]


def missing():
    """What is not installed."""
    wanted = [name for name in ("chromium", "chromedriver", "tidy") if not shutil.which(name)]
    try:
        import selenium, axe_core_python  # noqa: F401
    except ImportError as error:
        wanted.append(error.name)
    return wanted


class Browser:
    """A browser with an empty profile."""

    def __init__(self, script=True, dark=False, width=1280, height=900):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        self.profile = tempfile.TemporaryDirectory()
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for flag in [*FLAGS, f"--user-data-dir={self.profile.name}", f"--window-size={width},{height}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(60)
        self.size(width, height, dark)
        if not script:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def size(self, width, height, dark=False, scale=1):
        """Sets the window and the colour scheme."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 500})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                    {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def open(self, address):
        self.driver.get(address)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def wait(self, holds, seconds=15):
        """Waits until something holds; whether it does."""
        from selenium.common.exceptions import TimeoutException, WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        try:
            WebDriverWait(self.driver, seconds, ignored_exceptions=[WebDriverException]).until(lambda _: holds())
            return True
        except TimeoutException:
            return False

    def said(self):
        """Errors on the console since the last time."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def asked(self):
        """Addresses that were asked for since the last time."""
        sent = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                sent.append(message["params"]["request"]["url"])
        return sent

    def faults(self):
        """Serious faults of accessibility, by axe-core."""
        import axe_core_python
        from pathlib import Path

        self.driver.execute_script(Path(axe_core_python.__file__).with_name("axe.min.js").read_text())
        found = self.driver.execute_async_script("const done = arguments[0]; axe.run(document).then(done, e => done({error: String(e)}))")
        if "error" in found:
            return [found["error"]]
        return [f"{fault['id']}: {fault['nodes'][0]['html'][:160]} ({len(fault['nodes'])})"
                for fault in found["violations"] if fault["impact"] in ("serious", "critical")]

    def picture(self, path, full=False):
        """Writes what is seen as PNG."""
        import base64

        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": full})
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def close(self):
        self.driver.quit()
        self.profile.cleanup()
