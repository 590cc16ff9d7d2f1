// Searches the sessions of search-index.js, which a script element loads, since pages from disk may fetch nothing.
(function () {
  "use strict";
  var query = document.getElementById("query");
  var found = document.getElementById("found");
  var results = document.getElementById("results");
  var most = 50;
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ß/g, "ss");
  }
  var sessions = window.editionSessions.map(function (session) {
    return { session: session, title: plain(session.title), about: plain(session.about), text: plain(session.text) };
  });
  function points(entry, words) {
    var sum = 0;
    for (var i = 0; i < words.length; i++) {
      var word = words[i];
      var here = entry.title.indexOf(word) >= 0 ? 9 : entry.about.indexOf(word) >= 0 ? 4 : entry.text.indexOf(word) >= 0 ? 1 : 0;
      if (here === 0) { return 0; }
      sum += here;
    }
    return sum;
  }
  function item(session) {
    var element = document.createElement("li");
    var link = document.createElement("a");
    link.href = session.address;
    link.textContent = session.title;
    var about = document.createElement("span");
    about.textContent = session.about;
    element.append(link, about);
    return element;
  }
  function show() {
    var words = plain(query.value).split(/\s+/).filter(Boolean);
    results.replaceChildren();
    if (words.length === 0) { found.textContent = ""; return; }
    var hits = sessions
      .map(function (entry) { return { entry: entry, points: points(entry, words) }; })
      .filter(function (hit) { return hit.points > 0; })
      .sort(function (one, other) { return other.points - one.points; });
    found.textContent = hits.length === 1 ? "1 session" : hits.length + " sessions" + (hits.length > most ? ", the first " + most + " are shown" : "");
    hits.slice(0, most).forEach(function (hit) { results.append(item(hit.entry.session)); });
  }
  query.addEventListener("input", show);
  // An address can carry its search: index.html?q=words
  query.value = new URLSearchParams(window.location.search).get("q") || "";
  show();
})();
