// Keys for those who read with them; every page can be read without this file.
(function () {
  "use strict";
  var at = -1;
  function step(by) {
    var chips = document.querySelectorAll("a.cite");
    if (!chips.length) { return; }
    at = (at + by + chips.length) % chips.length;
    chips[at].focus();
    chips[at].scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) { return; }
    if (e.key === "n") { step(1); }
    if (e.key === "p") { step(-1); }
    if (e.key === "/") {
      var field = document.querySelector("input[type=search]");
      if (field) { field.focus(); e.preventDefault(); }
    }
  });
})();
