// Keys and taps for those who read with them; every page can be read without this file.
(function () {
  "use strict";
  var bar = document.querySelector(".step");
  function chips() { // those that are not folded away
    return Array.prototype.filter.call(document.querySelectorAll("a.cite"), function (a) { return !a.closest("details:not([open])"); });
  }
  // Where the reader is: at the citation that has the focus, or else between those above the top of the screen and the rest.
  function here(all) {
    var at = all.indexOf(document.activeElement);
    if (at >= 0) { return { before: at, after: at }; }
    var next = all.findIndex(function (a) { return a.getBoundingClientRect().top >= 0; });
    if (next < 0) { next = all.length; }
    return { before: next, after: next - 1 };
  }
  function step(by) {
    var all = chips();
    if (!all.length) { return; }
    var from = here(all);
    var at = ((by > 0 ? from.after + 1 : from.before - 1) + all.length) % all.length;
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "center" });
    if (bar) { bar.textContent = (at + 1) + " of " + all.length; }
  }
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape" && document.activeElement.closest(".ref")) { document.activeElement.blur(); }
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) { return; }
    if (e.key === "n") { step(1); }
    if (e.key === "p") { step(-1); }
    if (e.key === "/") {
      var field = document.querySelector("input[type=search]");
      if (field) { field.focus(); e.preventDefault(); }
    }
  });
  document.addEventListener("focusout", function () { if (bar) { bar.textContent = ""; } });
  // The first tap on a citation shows its words, the second follows it.
  var tapped = null;
  document.addEventListener("click", function (e) {
    var chip = e.target.closest && e.target.closest("a.cite");
    var words = e.target.closest && e.target.closest(".ref .words");
    if (words && window.getSelection().isCollapsed) { location.href = words.parentNode.querySelector("a.cite").href; return; }
    if (chip && e.pointerType === "touch" && tapped !== chip) { e.preventDefault(); chip.focus(); tapped = chip; return; }
    tapped = null;
  });
})();
