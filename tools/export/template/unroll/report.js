(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Charts: each figure stands beside its place as JSON; page colours fill in what it leaves open.
  const charts = all(".chart").map((figure) => ({
    place: figure.querySelector(".plot"),
    figure: JSON.parse(figure.querySelector("script").textContent),
  }));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  function colours() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue(name).trim();
  }
  function themed(layout) {
    const colour = colours();
    const family = getComputedStyle(document.body).fontFamily;
    const axis = {
      automargin: true,
      gridcolor: colour("--line"),
      linecolor: colour("--line"),
      zerolinecolor: colour("--line"),
    };
    const base = layout.template?.layout ?? {};
    const own = {
      ...base,
      xaxis: { ...axis, ...base.xaxis },
      yaxis: { ...axis, ...base.yaxis },
      margin: { l: 64, r: 24, t: layout.title ? 56 : 24, b: 56, ...base.margin },
    };
    const { width: _, ...rest } = layout;
    return {
      ...rest,
      autosize: true,
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { size: 13, ...layout.font, family, color: colour("--ink") },
      modebar: {
        bgcolor: "rgba(0,0,0,0)",
        color: colour("--muted"),
        activecolor: colour("--accent"),
        ...layout.modebar,
      },
      template: { ...layout.template, layout: own },
    };
  }
  const config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["select2d", "lasso2d"] };
  async function draw() {
    await Promise.all(
      charts.map(({ place, figure }) =>
        Plotly.react(place, figure.data ?? [], themed(figure.layout ?? {}), { ...config, ...figure.config })
      ),
    );
    document.documentElement.dataset.charts = charts.length; // all are drawn: whoever prints the page waits for it
  }
  draw();
  dark.addEventListener("change", draw);

  // Code: one button unfolds all of it; paper has no button, so there it is unfolded.
  const folded = all("details.code");
  const toggle = document.getElementById("code-toggle");
  function unfold(open) {
    folded.forEach((details) => details.open = open);
    toggle.setAttribute("aria-pressed", String(open));
    toggle.textContent = open ? "Hide all code" : "Show all code";
  }
  toggle?.addEventListener("click", () => unfold(toggle.getAttribute("aria-pressed") !== "true"));
  let before = [];
  addEventListener("beforeprint", () => {
    before = folded.map((details) => details.open);
    folded.forEach((details) => details.open = true);
    document.documentElement.classList.add("printing"); // paper is light
    draw();
  });
  addEventListener("afterprint", () => {
    folded.forEach((details, i) => details.open = before[i]);
    document.documentElement.classList.remove("printing");
    draw();
  });

  // Contents: folded where they would push the report off the screen; the section that is being read is marked.
  const list = document.querySelector(".contents details");
  if (list && matchMedia("(max-width: 72rem)").matches) list.open = false;
  const links = new Map(all(".contents a").map((link) => [link.hash.slice(1), link]));
  const headings = all("h2[id], h3[id]").filter((heading) => links.has(heading.id));
  function mark() {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < 120);
    links.forEach((link, id) =>
      id === current?.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")
    );
  }
  addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
  mark();
})();
