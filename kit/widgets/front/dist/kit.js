"use strict";
var kit = (() => {
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __export = (target, all) => {
    for (var name in all)
      __defProp(target, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    }
    return to;
  };
  var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

  // index.js
  var index_exports = {};
  __export(index_exports, {
    answerToNumber: () => answerToNumber,
    countRight: () => countRight,
    decodeCode: () => decodeCode,
    decompressPlotly: () => decompressPlotly,
    encodeAnswers: () => encodeAnswers,
    latestRecord: () => latestRecord,
    mount: () => mount,
    numberToAnswer: () => numberToAnswer,
    readCodes: () => readCodes,
    startPage: () => startPage
  });

  // logic/messages.js
  var MESSAGES = KIT_CONSTANTS.messages;
  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (_, name) => Reflect.get(values, name));
  }

  // logic/settings.js
  function settingCount({ kind, options, grid }) {
    return kind === "multiselect" ? 2 ** options.length : grid?.count ?? options.length;
  }
  function gridText({ low, step, decimals }, setting) {
    const number = low + setting * step;
    const [whole, ...fraction] = number.toFixed(decimals).split(".");
    const text = [Math.abs(number) >= 1e4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole, ...fraction].join(".");
    return /^-[0.]*$/.test(text) ? text.slice(1) : text;
  }
  function gridSetting(grid, text) {
    const setting = Math.round((Number(text.replaceAll(",", "")) - grid.low) / grid.step);
    return setting >= 0 && setting < grid.count && gridText(grid, setting) === text ? setting : -1;
  }
  function isTicked(setting, bit) {
    return Math.floor(setting / 2 ** bit) % 2 === 1;
  }
  function settingOf(ticked) {
    return ticked.reduce((sum, isOn, bit) => sum + (isOn ? 2 ** bit : 0), 0);
  }
  function sliderText({ grid, options }, setting) {
    return grid ? gridText(grid, setting) : options[setting];
  }
  function addressNames({ options }) {
    return options.map((option, i) => {
      const isClear = /^[^@~][^~]*$/.test(option) && options.indexOf(option) === options.lastIndexOf(option);
      return isClear ? option : `@${i}`;
    });
  }
  function settingText(control, setting) {
    if (control.grid) return gridText(control.grid, setting);
    const names = addressNames(control);
    return control.kind === "multiselect" ? names.filter((_, bit) => isTicked(setting, bit)).join("~") : names[setting];
  }
  function settingFrom(control, text) {
    const names = addressNames(control);
    if (text === null) return control.default;
    if (control.kind !== "multiselect") {
      const setting = control.grid ? gridSetting(control.grid, text) : names.indexOf(text);
      return setting < 0 ? control.default : setting;
    }
    const named = text.split("~");
    const isTicking = names.some((name) => named.includes(name));
    return isTicking || !text ? settingOf(names.map((name) => named.includes(name))) : control.default;
  }
  function stateIndex(controls, state) {
    return state.reduce((sum, setting, i) => sum * settingCount(controls[i]) + setting, 0);
  }
  function sameState(one, other) {
    return one.every((setting, i) => setting === other[i]);
  }
  function isState(controls, value) {
    return Array.isArray(value) && value.length === controls.length && value.every((setting, i) => Number.isInteger(setting) && setting >= 0 && setting < settingCount(controls[i]));
  }
  function linkTo(address, { id, controls }, state) {
    const query = new URLSearchParams(controls.map((control, i) => [control.name, settingText(control, state[i])]));
    return `${address.split("#")[0]}#${encodeURIComponent(id)}?${query}`;
  }
  function readHash(hash) {
    const [name, ...rest] = hash.slice(1).split("?");
    return { id: decoded(name), query: rest.length ? new URLSearchParams(rest.join("?")) : null };
  }
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  function stateFrom({ id, controls }, hash) {
    const named = readHash(hash);
    const { query } = named;
    return named.id === id && query ? controls.map((control) => settingFrom(control, query.get(control.name))) : null;
  }

  // logic/inline.js
  var MARKED = /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)|\[([^\]]+)\]\([^)\s]*\)/g;
  function parseInline(text) {
    const pieces = [];
    let done = 0;
    for (const met of text.matchAll(MARKED)) {
      if (met.index > done) pieces.push({ tag: "", words: text.slice(done, met.index) });
      const [, , code, strong, em, link] = met;
      pieces.push({
        tag: code ? "code" : strong ? "strong" : em ? "em" : "",
        words: code?.trim() ?? strong ?? em ?? link
      });
      done = met.index + met[0].length;
    }
    if (done < text.length) pieces.push({ tag: "", words: text.slice(done) });
    return pieces;
  }
  function withoutMarks(text) {
    return parseInline(text).map(({ words }) => words).join("");
  }

  // parts/dom.js
  function el(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === void 0 || value === "" || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== ""));
    return node;
  }
  function inline(text) {
    return parseInline(text).map(({ tag, words }) => tag ? el(tag, {}, words) : words);
  }
  function actionButton(label, onclick) {
    return el("button", { type: "button", class: "kit-act", onclick }, label);
  }
  function mainButton(label, onclick) {
    return el("button", { type: "button", class: "kit-button", onclick }, label);
  }
  function copyButton(label, done, text, withoutClipboard) {
    const button = actionButton(label, async () => {
      const copied = text();
      try {
        await navigator.clipboard.writeText(copied);
        button.textContent = done;
        setTimeout(() => button.textContent = label, 2e3);
      } catch {
        withoutClipboard(copied);
      }
    });
    return button;
  }
  function oncePerFrame(action) {
    let waiting = false;
    let again = false;
    return function run() {
      if (waiting) {
        again = true;
        return;
      }
      waiting = true;
      action();
      requestAnimationFrame(() => {
        waiting = false;
        if (again) {
          again = false;
          run();
        }
      });
    };
  }

  // parts/card.js
  var SPOKEN_AFTER = 600;
  var cards = 0;
  function makeCard(root, spec, body, source, actions) {
    const titleId = `kit-title-${++cards}`;
    const card = el(
      "section",
      { class: "kit", onkeydown: keepKeys, "aria-labelledby": spec.title && titleId, "aria-label": spec.label },
      spec.title ? el("h3", { id: titleId, class: "kit-title" }, spec.title) : "",
      spec.about ? el("p", { class: "kit-about" }, spec.about) : "",
      ...body,
      source || actions.length ? el(
        "div",
        { class: "kit-foot" },
        el("span", { class: "kit-source" }, source),
        el("span", { class: "kit-acts" }, ...actions)
      ) : ""
    );
    root.replaceChildren(card);
    return card;
  }
  function keepKeys(event) {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  }
  function makeNote() {
    const shown = el("p", { class: "kit-note" });
    const spoken = el("p", { class: "kit-spoken", role: "status", "aria-live": "polite" });
    let timer = 0;
    function announce(text, kind = "", quiet = false) {
      shown.textContent = text;
      shown.hidden = !text;
      shown.dataset.kind = kind;
      clearTimeout(timer);
      timer = window.setTimeout(() => spoken.textContent = quiet ? "" : text, SPOKEN_AFTER);
    }
    announce("");
    return { nodes: [shown, spoken], announce };
  }

  // logic/figures.js
  var NARROW = 480;
  var PAPER_WIDTH = 636;
  var ROW_HEIGHT = 170;
  var SCALE_LEAST = 1.05;
  var TILED = /* @__PURE__ */ new Set(["scattermap", "densitymap", "choroplethmap"]);
  var OUTLINED = /* @__PURE__ */ new Set(["scattergeo", "choropleth"]);
  function needsMap({ data }) {
    return data.some(({ type, geojson }) => (TILED.has(type) || OUTLINED.has(type)) && typeof geojson !== "object");
  }
  function dress({ data, layout: given, guest }, { width, scale, dark, onPaper: onPaper2 }) {
    let layout = { ...given, template: guest ? KIT_CONSTANTS.guestTemplate : KIT_CONSTANTS.template, autosize: true };
    delete layout.width;
    delete layout.height;
    if (width < NARROW && !guest) layout = shorten(layout);
    if (onPaper2) layout.width = Math.min(width, PAPER_WIDTH);
    if (scale > SCALE_LEAST) layout = enlarge(layout, scale);
    for (const key of Object.keys(layout)) if (/^map\d*$/.test(key)) layout[key] = { ...layout[key], style: "white-bg" };
    if (data.some(({ type }) => TILED.has(type))) layout.map = { ...layout.map, style: "white-bg" };
    const dressed = { data, layout };
    return dark && !onPaper2 ? darken(dressed) : dressed;
  }
  function heightOf({ layout, guest }, height) {
    if (!guest) return height;
    const axes = Object.keys(layout).filter((key) => /^yaxis\d*$/.test(key));
    const rows = new Set(axes.map((key) => String(layout[key].domain)));
    return layout.height ?? Math.max(height, rows.size * ROW_HEIGHT);
  }
  function darken(value) {
    if (typeof value === "string") return KIT_CONSTANTS.darkVariants[value] ?? value;
    if (Array.isArray(value))
      return typeof value[0] === "number" && typeof value[value.length - 1] !== "string" ? value : value.map(darken);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, darken(item)]));
    return value;
  }
  function shorten(layout) {
    if (!layout.annotations) return layout;
    const annotations = layout.annotations.map((label) => ({
      ...label,
      text: KIT_CONSTANTS.shortNames[label.text] ?? label.text
    }));
    const margin = { ...layout.margin };
    const besideLines = annotations.filter((label) => label.xanchor === "left" && label.xshift);
    const longest = Math.max(0, ...besideLines.map((label) => String(label.text).length));
    if (margin.r > 60 && longest) margin.r = Math.min(margin.r, Math.max(40, 16 + 7.5 * longest));
    return { ...layout, annotations, margin };
  }
  function enlarge(value, scale, name = "") {
    if (Array.isArray(value)) return typeof value[0] === "object" ? value.map((item) => enlarge(item, scale)) : value;
    if (!value || typeof value !== "object") return value;
    const parts = Object.entries(value).map(([key, item]) => {
      const grows = name === "margin" ? typeof item === "number" : /font$/.test(name) && key === "size";
      return [key, grows ? item * scale : enlarge(item, scale, key)];
    });
    return Object.fromEntries(parts);
  }
  function labelAddress(label, isPage) {
    const address = /<a href="([^"]+)"/.exec(String(label.text))?.[1];
    if (!leadsToPage(address ?? "")) return void 0;
    return isPage ? address?.replace(/\.ipynb$/, ".html") : address;
  }
  function leadsToPage(address) {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[^!-\uffff]/g, ""))?.[1];
    return scheme === void 0 || /^https?$/i.test(scheme);
  }

  // compression.js
  function inflate(bytes, format) {
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)));
  }
  function decompress(compressed) {
    const bytes = Uint8Array.from(atob(compressed), (letter) => letter.charCodeAt(0));
    return inflate(bytes, "deflate-raw").json();
  }

  // parts/plotly.js
  var READY = "kit-plotly";
  var MISSING_AFTER = 1e4;
  var plotlyAddress = "";
  var siteRoot = "";
  function configurePage({ plotly, root }) {
    plotlyAddress = plotly;
    siteRoot = root;
  }
  function loadsOnDemand() {
    return plotlyAddress !== "";
  }
  function inSite() {
    return siteRoot !== "";
  }
  function dataLinks(names) {
    if (!inSite()) return [];
    return names.map(
      (name) => el(
        "a",
        { class: "kit-act", href: `${siteRoot}data/${name}.html`, "aria-label": fill(MESSAGES.about_data, { name }) },
        name
      )
    );
  }
  var coming;
  async function plotlyReady(onMissing) {
    const late = loadsOnDemand() ? 0 : setTimeout(onMissing, MISSING_AFTER);
    try {
      return await load();
    } finally {
      clearTimeout(late);
    }
  }
  function load() {
    return coming ??= new Promise((resolve, reject) => {
      const found = () => globalThis.Plotly && resolve(globalThis.Plotly);
      if (globalThis.Plotly) return found();
      document.addEventListener(READY, found, { once: true });
      if (plotlyAddress) loadScript(plotlyAddress, reject);
    });
  }
  async function decompressPlotly(gzipped) {
    if (globalThis.Plotly) return;
    const script = await inflate(gzipped, "gzip").blob();
    if (globalThis.Plotly) return;
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    loadScript(address).addEventListener("load", () => URL.revokeObjectURL(address));
  }
  function loadScript(src, onerror) {
    const script = el("script", { src, onload: () => document.dispatchEvent(new Event(READY)), onerror });
    document.head.append(script);
    return script;
  }

  // parts/chart.js
  var CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, scrollZoom: false, showTips: false };
  var NEAR = "600px";
  var onPaper = false;
  addEventListener("beforeprint", () => onPaper = true);
  addEventListener("afterprint", () => onPaper = false);
  function viewOf(node) {
    const dark = getComputedStyle(node).getPropertyValue("--kit-theme").trim() === "dark";
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    return { width: node.clientWidth, scale, dark, onPaper };
  }
  function restoreLinks(node, { layout }) {
    for (const [index, label] of (layout.annotations ?? []).entries()) {
      const address = labelAddress(label, inSite());
      if (address) node.querySelector(`.annotation[data-index="${index}"] text a`)?.setAttribute("href", address);
    }
  }
  function coverMaps() {
    const empty = { type: "GeometryCollection", geometries: [] };
    const objects = new Proxy({}, { get: () => empty });
    const nothing = { type: "Topology", arcs: [], transform: { scale: [1, 1], translate: [0, 0] }, objects };
    const known = globalThis.PlotlyGeoAssets ??= { topojson: {} };
    known.topojson = new Proxy({}, { get: () => nothing });
  }
  function makeChart(height, label, on = {}) {
    const node = el("div", { class: "kit-chart", role: "img", "aria-label": label });
    const setHeight = (pixels) => node.style.height = `${pixels / 16}rem`;
    setHeight(height);
    const trouble = el("p", { class: "kit-trouble", role: "status" }, MESSAGES.no_chart);
    let figure = null;
    let near = !loadsOnDemand();
    const redraw = oncePerFrame(paint);
    async function paint() {
      if (!figure || !near || !node.clientWidth) return;
      try {
        const plotly = globalThis.Plotly ?? await plotlyReady(fail);
        setHeight(heightOf(figure, height));
        const mapless = needsMap(figure);
        if (mapless) coverMaps();
        const dressed = dress(figure, viewOf(node));
        await plotly.react(node, dressed.data, dressed.layout, CONFIG);
        trouble.remove();
        restoreLinks(node, dressed);
        node.setAttribute("role", node.querySelector("svg a") ? "group" : "img");
        on.drawn?.();
        if (mapless) on.mapless?.();
      } catch (fault) {
        console.error(fault);
        fail();
      }
    }
    function fail() {
      node.removeAttribute("role");
      node.prepend(trouble);
    }
    function show(next) {
      figure = next;
      redraw();
    }
    function print() {
      near = true;
      paint();
    }
    function approach() {
      near = true;
      redraw();
    }
    const unwatch = watchSurroundings(node, { approach, redraw, print });
    function stop() {
      unwatch();
      globalThis.Plotly?.purge(node);
    }
    return { node, show, stop };
  }
  function watchSurroundings(node, { approach, redraw, print }) {
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        approach();
      },
      { rootMargin: NEAR }
    );
    sight.observe(node);
    let width = 0;
    const size = new ResizeObserver(() => {
      if (!node.clientWidth || node.clientWidth === width) return;
      width = node.clientWidth;
      redraw();
    });
    size.observe(node);
    const theme = new MutationObserver(redraw);
    for (const host of [document.documentElement, document.body])
      theme.observe(host, { attributeFilter: ["data-theme", "data-jp-theme-light"] });
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    addEventListener("beforeprint", print);
    addEventListener("afterprint", redraw);
    return () => {
      for (const observer of [sight, size, theme]) observer.disconnect();
      scheme.removeEventListener("change", redraw);
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", redraw);
    };
  }

  // parts/controls.js
  var SEGMENTS_MOST = 4;
  var SEGMENTS_LETTERS = 34;
  var PLAY_EVERY = 500;
  var groups = 0;
  function makeControl(spec, onInput) {
    const kinds = { slider: makeSlider, toggle: makeToggle, multiselect: makeMultiSelect, select: makeSelect };
    const control = kinds[spec.kind](spec, onInput);
    if (spec.help) control.node.append(el("small", { class: "kit-help" }, spec.help));
    return control;
  }
  function makeSlider(spec, onInput) {
    const shown = el("output");
    const input = el("input", {
      type: "range",
      min: 0,
      max: settingCount(spec) - 1,
      step: 1,
      "aria-label": spec.label,
      name: spec.name
    });
    function update() {
      const text = `${sliderText(spec, Number(input.value))} ${spec.unit}`.trim();
      shown.textContent = text;
      input.setAttribute("aria-valuetext", text);
    }
    input.addEventListener("input", () => {
      update();
      onInput();
    });
    const node = el(
      "div",
      { class: "kit-control kit-slider" },
      el("span", { class: "kit-label" }, `${spec.label} `, shown),
      el("span", { class: "kit-row" }, input, spec.play ? makePlay(input, spec.label) : "")
    );
    function set(setting) {
      input.value = String(setting);
      update();
    }
    return { node, get: () => Number(input.value), set };
  }
  function makePlay(input, label) {
    let timer = 0;
    const button = actionButton(MESSAGES.play, () => timer ? stop() : start());
    button.setAttribute("aria-label", `${MESSAGES.play}: ${label}`);
    function stop() {
      clearInterval(timer);
      timer = 0;
      delete button.dataset.playing;
      button.textContent = MESSAGES.play;
    }
    function start() {
      if (input.value === input.max) input.value = "-1";
      button.textContent = MESSAGES.pause;
      button.dataset.playing = "";
      timer = window.setInterval(step, PLAY_EVERY);
      step();
    }
    function step() {
      if (!input.isConnected || input.value === input.max) return stop();
      input.value = String(Number(input.value) + 1);
      input.dispatchEvent(new Event("input"));
    }
    input.addEventListener("pointerdown", stop);
    input.addEventListener("keydown", stop);
    return button;
  }
  function makeToggle(spec, onInput) {
    const input = el("input", { type: "checkbox", role: "switch", name: spec.name, onchange: onInput });
    const node = el("div", { class: "kit-control" }, el("label", { class: "kit-tick" }, input, spec.label));
    return { node, get: () => Number(input.checked), set: (setting) => input.checked = Boolean(setting) };
  }
  function makeMultiSelect(spec, onInput) {
    const inputs = spec.options.map(() => el("input", { type: "checkbox", name: spec.name, onchange: onInput }));
    const ticks = spec.options.map((option, i) => el("label", { class: "kit-tick" }, inputs[i], option));
    return {
      node: makeGroup(spec.label, el("span", { class: "kit-ticks" }, ...ticks)),
      get: () => settingOf(inputs.map((input) => input.checked)),
      set: (setting) => inputs.forEach((input, bit) => input.checked = isTicked(setting, bit))
    };
  }
  function makeSelect(spec, onInput) {
    const letters = spec.options.join("").length;
    return spec.options.length > SEGMENTS_MOST || letters > SEGMENTS_LETTERS ? makeMenu(spec, onInput) : makeSegments(spec, onInput);
  }
  function makeMenu(spec, onInput) {
    const menu = el(
      "select",
      { name: spec.name, onchange: onInput },
      ...spec.options.map((option, i) => el("option", { value: i }, option))
    );
    const node = el("label", { class: "kit-control kit-label" }, spec.label, menu);
    return { node, get: () => Number(menu.value), set: (setting) => menu.value = String(setting) };
  }
  function makeSegments(spec, onInput) {
    const name = `kit-group-${++groups}`;
    const inputs = spec.options.map((_, i) => el("input", { type: "radio", name, value: i, onchange: onInput }));
    const labels = spec.options.map((option, i) => el("label", {}, inputs[i], el("span", {}, option)));
    return {
      node: makeGroup(spec.label, el("span", { class: "kit-segments" }, ...labels)),
      get: () => inputs.findIndex((input) => input.checked),
      set: (setting) => inputs[setting].checked = true
    };
  }
  function makeGroup(label, inputs) {
    return el("fieldset", { class: "kit-control" }, el("legend", { class: "kit-label" }, label), inputs);
  }

  // logic/tables.js
  var MOST_COLUMNS = 12;
  var DIMENSIONS = /* @__PURE__ */ new Set(["splom", "parcoords", "parcats"]);
  var SAMPLES = /* @__PURE__ */ new Set(["box", "violin", "histogram", "indicator"]);
  function tableFrom(figure) {
    const traces = figure.data.filter((trace) => (trace.visible ?? true) === true);
    const grids = traces.filter(isGrid);
    if (grids.length === 1) return gridTable(grids[0]);
    const readings = traces.map((trace) => readTrace(trace, figure.layout)).filter(({ places, values }) => places.length + values.length);
    if (!readings.length) return { head: [], rows: [] };
    return shareTheirPlaces(readings) ? wideTable(readings) : longTable(readings);
  }
  function readTrace(trace, layout = {}) {
    const kind = trace.type ?? "scatter";
    const marks = Array.isArray(trace.hovertext) ? trace.hovertext : null;
    const reading = (places2, values2) => ({ name: trace.name ?? "", marks, places: places2, values: values2 });
    if (kind === "image") return reading([], []);
    if (kind === "table") return reading([], tableColumns(trace));
    if (DIMENSIONS.has(kind)) return reading([], dimensionColumns(trace));
    if (isGrid(trace)) return reading(...gridColumns(trace));
    const [placeKeys, valueKeys] = turned(KIT_CONSTANTS.readings[kind] ?? [["x"], ["y"]], trace.orientation === "h");
    const title = (key) => titleOf(key, trace, layout);
    let places = columns(trace, placeKeys, title);
    let values = columns(trace, valueKeys, title);
    if (!values.length && valueKeys[0] === "value" && trace.value != null) values = [{ head: "", cells: [trace.value] }];
    if (!values.length && ["x", "y"].includes(placeKeys.join())) [places, values] = [[], places];
    if (kind === "sankey")
      for (const column of places) column.cells = column.cells.map((node) => trace.node?.label?.[Number(node)] ?? node);
    if (!places.length && !SAMPLES.has(kind) && values.length)
      places = [{ head: "", cells: counted(trace, values[0].cells.length) }];
    return reading(places, values);
  }
  function turned(keys, sideways) {
    const swap = (key) => ({ x: "y", y: "x" })[key] ?? key;
    return sideways ? keys.map((part) => part.map(swap)) : keys;
  }
  function columns(trace, keys, title) {
    return keys.flatMap((key) => {
      const cells = cellsOf(trace, key);
      return cells ? [{ head: title(key), cells }] : [];
    });
  }
  function cellsOf(trace, key) {
    const found = key.split(".").reduce((part, name) => part?.[name], trace);
    if (!Array.isArray(found)) return null;
    const levels = found.length > 0 && found.every(Array.isArray);
    return levels ? found[0].map((_, i) => found.map((level) => level[i]).join(", ")) : found;
  }
  function counted({ x0 = 0, dx = 1 }, count) {
    const isCounted = typeof x0 === "number" && typeof dx === "number";
    return Array.from({ length: count }, (_, i) => isCounted ? x0 + i * dx : i);
  }
  function titleOf(key, trace, layout) {
    const axes = "abc".includes(key) ? [] : [`${key}axis${String(trace[`${key}axis`] ?? "").slice(1)}`];
    const said = axes.map((axis) => layout?.[axis]?.title?.text).find(Boolean);
    return said ?? (["x", "y", "z", "values", "value", "labels"].includes(key) ? "" : key.split(".").at(-1) ?? "");
  }
  function tableColumns({ header, cells }) {
    return (cells?.values ?? []).map((column, i) => ({
      head: [header?.values?.[i] ?? ""].flat().join(" "),
      cells: [column].flat()
    }));
  }
  function dimensionColumns({ dimensions }) {
    const filled = (dimensions ?? []).filter((dimension) => Array.isArray(dimension.values));
    return filled.map(({ label, values }) => ({ head: label ?? "", cells: values }));
  }
  function isGrid({ type, z }) {
    return type !== "image" && Array.isArray(z) && Array.isArray(z[0]);
  }
  function gridOf(trace) {
    const z = trace.z;
    const width = Math.max(...z.map((row) => row.length));
    const count = (length) => Array.from({ length }, (_, i) => i);
    return { across: cellsOf(trace, "x") ?? count(width), down: cellsOf(trace, "y") ?? count(z.length), z };
  }
  function gridTable(trace) {
    const { across, down, z } = gridOf(trace);
    return { head: [" ", ...across.map(String)], rows: down.slice(0, z.length).map((place, i) => [place, ...z[i]]) };
  }
  function gridColumns(trace) {
    const { across, down, z } = gridOf(trace);
    const cells = down.slice(0, z.length).flatMap((row, i) => across.slice(0, z[i].length).map((column2, j) => [row, column2, z[i][j]]));
    const column = (place) => ({ head: "", cells: cells.map((cell) => cell[place]) });
    return [[column(0), column(1)], [column(2)]];
  }
  function shareTheirPlaces(readings) {
    return readings.length <= MOST_COLUMNS && readings.every(({ marks, places, values }) => {
      return !marks && places.length === 1 && values.length === 1 && new Set(places[0].cells).size === places[0].cells.length;
    });
  }
  function wideTable(readings) {
    const places = [...new Set(readings.flatMap((part) => part.places[0].cells))];
    if (places.every((place) => typeof place === "number")) places.sort((a, b) => Number(a) - Number(b));
    const known = readings.map(
      (part) => new Map(part.places[0].cells.map((place, i) => [place, part.values[0].cells[i]]))
    );
    return {
      head: [
        readings[0].places[0].head || " ",
        ...readings.map((part) => part.name || part.values[0].head || MESSAGES.value)
      ],
      rows: places.map((place) => [place, ...known.map((values) => values.get(place) ?? null)])
    };
  }
  function longTable(readings) {
    const marked2 = readings.some((part) => part.marks);
    const named = readings.length > 1 || readings.some((part) => part.name);
    const longest = (key) => readings.map((part) => part[key]).sort((a, b) => b.length - a.length)[0];
    const places = longest("places");
    const values = longest("values");
    return {
      head: [
        ...marked2 ? [MESSAGES.mark] : [],
        ...named ? [MESSAGES.series] : [],
        ...places.map((column) => column.head || " "),
        ...values.map((column) => column.head || MESSAGES.value)
      ],
      rows: readings.flatMap((part) => {
        const all = [...part.places, ...part.values];
        const count = Math.max(0, ...all.map((column) => column.cells.length));
        return Array.from({ length: count }, (_, i) => [
          ...marked2 ? [part.marks?.[i] ?? ""] : [],
          ...named ? [part.name] : [],
          ...places.map((_2, j) => part.places[j]?.cells[i] ?? null),
          ...values.map((_2, j) => part.values[j]?.cells[i] ?? null)
        ]);
      })
    };
  }
  function formatCell(value, isPlace) {
    if (value === null || value === void 0) return "–";
    return typeof value === "number" && !isPlace ? value.toLocaleString("en", { maximumSignificantDigits: 15 }) : String(value);
  }
  function toCsv({ head, rows }) {
    return [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n");
  }
  function csvCell(value) {
    if (value === null || value === void 0) return "";
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  // parts/data_table.js
  var MOST_ROWS = 1e3;
  function tableNode(caption, { head, rows }) {
    const titles = head.map((title) => title.trim() ? el("th", { scope: "col" }, title) : el("td", {}));
    const lines = rows.map(
      ([place, ...values]) => el(
        "tr",
        {},
        el("th", { scope: "row" }, formatCell(place, true)),
        ...values.map((value) => el("td", {}, formatCell(value, false)))
      )
    );
    return el(
      "table",
      { class: "kit-table" },
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...titles)),
      el("tbody", {}, ...lines)
    );
  }
  function download(name, table) {
    const address = URL.createObjectURL(new Blob(["\uFEFF", toCsv(table)], { type: "text/csv;charset=utf-8" }));
    el("a", { href: address, download: `${name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1e3);
  }
  function scrollRegion(label) {
    return el("div", { class: "kit-data", tabindex: "0", role: "region", "aria-label": label, hidden: true });
  }
  function makeDataTable(name, title, open = false) {
    let figure = { data: [], layout: {} };
    const node = scrollRegion(`${MESSAGES.data_caption}: ${title}`);
    const button = actionButton(MESSAGES.show_data, () => setHidden(!node.hidden));
    function setHidden(hidden) {
      node.hidden = hidden;
      button.textContent = hidden ? MESSAGES.show_data : MESSAGES.hide_data;
      button.setAttribute("aria-expanded", String(!hidden));
      update();
    }
    function update() {
      if (node.hidden) return;
      const table = tableFrom(figure);
      if (!table.rows.length) return node.replaceChildren(el("p", {}, MESSAGES.no_table));
      const shown = { head: table.head, rows: table.rows.slice(0, MOST_ROWS) };
      const more = table.rows.length > MOST_ROWS ? fill(MESSAGES.more_rows, { shown: MOST_ROWS, all: table.rows.length }) : "";
      node.replaceChildren(
        actionButton(MESSAGES.download, () => download(name, table)),
        tableNode(MESSAGES.data_caption, shown),
        more && el("p", {}, more)
      );
    }
    function show(next) {
      figure = next;
      update();
    }
    setHidden(!open);
    return { button, node, show };
  }

  // explore.js
  var BUSY_AFTER = 300;
  var SLOW_AFTER = 1200;
  var SILENT_AFTER = 6e3;
  function explore(model, root) {
    const spec = model.get("_spec");
    let wanted = model.get("_state");
    const controls = spec.controls.map((control) => makeControl(control, onInput));
    const note = makeNote();
    const trouble = makeTrouble();
    const chart = makeChart(spec.height, spec.title, {
      drawn: () => card.dispatchEvent(new CustomEvent("kit-drawn", { bubbles: true, detail: { id: spec.id } })),
      mapless: () => trouble.warn(MESSAGES.no_map)
    });
    const data = makeDataTable(spec.id, spec.title, spec.table);
    const finding = makeFinding(spec.finding ?? "");
    const actions = [
      ...dataLinks(spec.data),
      data.button,
      ...model.link ? [linkButton(() => model.link?.() ?? "")] : [],
      actionButton(MESSAGES.reset, reset)
    ];
    const inputs = controls.length ? el("div", { class: "kit-controls" }, ...controls.map((control) => control.node)) : "";
    const card = makeCard(
      root,
      spec,
      [inputs, chart.node, ...note.nodes, trouble.node, finding.node, data.node],
      spec.source,
      actions
    );
    card.dataset.explorer = spec.id;
    const patience = makePatience(card, trouble.warn);
    const send = oncePerFrame(() => {
      model.set("_state", wanted);
      model.save_changes();
      if (model.link) return;
      patience.start();
      onAnswer();
    });
    function setState(state) {
      wanted = state;
      controls.forEach((control, i) => control.set(state[i]));
    }
    function reset() {
      setState(spec.controls.map((control) => control.default));
      onInput();
    }
    function onInput() {
      wanted = controls.map((control) => control.get());
      finding.offer();
      send();
    }
    function onAnswer() {
      const answer = JSON.parse(model.get("_drawn") || "null");
      if (answer && sameState(answer.state, wanted)) update(answer);
    }
    function update({ figure, caption = "", fault }) {
      patience.stop();
      trouble.warn(fault ? fill(MESSAGES.failed, { reason: fault }) : "");
      if (!figure) return;
      note.announce(caption);
      chart.node.setAttribute("aria-label", `${spec.title}. ${caption}`);
      chart.show(figure);
      data.show(figure);
    }
    function onState() {
      const state = model.get("_state");
      if (!sameState(state, wanted)) setState(state);
      onAnswer();
    }
    setState(wanted);
    model.on("change:_drawn", onAnswer);
    model.on("change:_state", onState);
    onAnswer();
    if (!model.get("_drawn")) patience.start();
    return () => {
      model.off("change:_drawn", onAnswer);
      model.off("change:_state", onState);
      patience.stop();
      chart.stop();
    };
  }
  function makeTrouble() {
    const node = el("p", { class: "kit-trouble", role: "status", hidden: true });
    function warn(text) {
      node.textContent = text;
      node.hidden = !text;
    }
    return { node, warn };
  }
  function makeFinding(text) {
    if (!text) return { node: "", offer: () => {
    } };
    const node = el(
      "details",
      { class: "kit-finding" },
      el("summary", {}, MESSAGES.finding),
      el("p", {}, ...inline(text))
    );
    return { node, offer: () => node.dataset.offered = "true" };
  }
  function makePatience(card, warn) {
    let timers = [];
    function stop() {
      timers.forEach((timer) => clearTimeout(timer));
      card.removeAttribute("aria-busy");
    }
    function start() {
      timers.forEach((timer) => clearTimeout(timer));
      timers = [
        window.setTimeout(() => card.setAttribute("aria-busy", "true"), BUSY_AFTER),
        window.setTimeout(() => warn(MESSAGES.slow), SLOW_AFTER),
        window.setTimeout(() => warn(MESSAGES.no_answer), SILENT_AFTER)
      ];
    }
    return { start, stop };
  }
  function linkButton(address) {
    const copied = () => {
      const link = address();
      history.replaceState(history.state, "", link);
      return link;
    };
    return copyButton(MESSAGES.copy_link, MESSAGES.copied, copied, (link) => prompt(MESSAGES.copy_link, link));
  }

  // logic/codes.js
  var ALPHABET = KIT_CONSTANTS.codes.alphabet;
  var CONFUSABLES = KIT_CONSTANTS.codes.confusables;
  var BASE = BigInt(ALPHABET.length);
  var PREFIX_LENGTH = 3;
  function encodeAnswers(form, answers) {
    const packed = form.radices.reduce((sum, size, i) => sum * BigInt(size) + BigInt(answers[i]), 0n);
    const body = form.prefix + digits(packed, bodyLength(form));
    return `${body.slice(0, PREFIX_LENGTH)}-${body.slice(PREFIX_LENGTH)}${checkCharacter([...body])}`;
  }
  function decodeCode(code, forms) {
    const signs = signsOf(tidied(code));
    if (!signs.every((sign) => ALPHABET.includes(sign))) return { fault: "sign" };
    const form = forms[signs.slice(0, PREFIX_LENGTH).join("")];
    if (signs.length < PREFIX_LENGTH + 2 || form && signs.length !== PREFIX_LENGTH + bodyLength(form) + 1)
      return { fault: "length" };
    if (!isBalanced(signs)) return { fault: "check" };
    if (!form) return { fault: "unknown" };
    let packed = signs.slice(PREFIX_LENGTH, -1).reduce((sum, sign) => sum * BASE + BigInt(ALPHABET.indexOf(sign)), 0n);
    const answers = [];
    for (const size of [...form.radices].reverse()) {
      answers.unshift(Number(packed % BigInt(size)));
      packed /= BigInt(size);
    }
    return packed ? { fault: "check" } : { form, answers };
  }
  function readCodes(text, forms) {
    const pieces = (tidied(text).match(/[\p{L}\p{N}-]+/gu) ?? []).map((piece) => piece.replace(/^-+|-+$/g, "")).filter(Boolean);
    const longest = Math.max(0, ...Object.values(forms).map((form) => PREFIX_LENGTH + bodyLength(form) + 1));
    function codeAt(start) {
      for (let width = 1; start + width <= pieces.length; width++) {
        const code = pieces.slice(start, start + width).join(" ");
        if (signsOf(code).length > longest) return null;
        const read2 = decodeCode(code, forms);
        if (!read2.fault) return { form: read2.form, answers: read2.answers, width };
      }
      return null;
    }
    const found = [];
    const faulty = [];
    for (let i = 0; i < pieces.length; ) {
      const code = codeAt(i);
      if (code) {
        found.push({ form: code.form, answers: code.answers });
        i += code.width;
        continue;
      }
      const isPair = isPrefix(pieces[i], forms) && i + 1 < pieces.length && signsOf(pieces[i + 1]).length > 1 && !codeAt(i + 1);
      if (isPair || looksLikeCode(pieces[i], forms)) {
        const damaged = isPair ? `${pieces[i]} ${pieces[i + 1]}` : pieces[i];
        faulty.push({ code: damaged, fault: decodeCode(damaged, forms).fault ?? "check" });
      }
      i += isPair ? 2 : 1;
    }
    return { found, faulty };
  }
  function tidied(text) {
    return text.normalize("NFKC").toUpperCase().replace(/\p{Cf}/gu, "").replace(/[\p{Pd}\u2212\u2043\u30fc_]/gu, "-");
  }
  function signsOf(text) {
    return [...text.replace(/[^\p{L}\p{N}]/gu, "")].map((sign) => CONFUSABLES[sign] ?? sign);
  }
  function isPrefix(piece, forms) {
    const signs = signsOf(piece);
    return signs.length === PREFIX_LENGTH && (signs.join("") in forms || isMixed(piece));
  }
  function isMixed(piece) {
    return /\d/.test(piece) && /[A-Z]/.test(piece) && signsOf(piece).every((sign) => ALPHABET.includes(sign));
  }
  function looksLikeCode(piece, forms) {
    const signs = signsOf(piece);
    if (signs.length > PREFIX_LENGTH && signs.slice(0, PREFIX_LENGTH).join("") in forms) return true;
    if (!/\d/.test(piece)) return /^.{3}-./.test(piece) && signs.every((sign) => ALPHABET.includes(sign));
    return /^[^-]{1,3}-./.test(piece) || signs.length >= PREFIX_LENGTH && isMixed(piece);
  }
  var LOWEST_POWER = -4;
  var POWERS = 16;
  function numberToAnswer(value) {
    const [leading, power] = Math.abs(value).toExponential(1).split("e").map(Number);
    let mantissa = Math.round(leading * 10);
    let shift = power - 1 - LOWEST_POWER;
    if (!value || shift < 0) return 1;
    if (shift >= POWERS) [mantissa, shift] = [99, POWERS - 1];
    return 2 + ((value < 0 ? POWERS : 0) + shift) * 90 + mantissa - 10;
  }
  function answerToNumber(answer) {
    if (answer === 1) return 0;
    const place = Math.floor((answer - 2) / 90);
    return Number(`${place >= POWERS ? "-" : ""}${(answer - 2) % 90 + 10}e${place % POWERS + LOWEST_POWER}`);
  }
  function digits(number, length) {
    let signs = "";
    for (let rest = number; signs.length < length; rest /= BASE) signs = ALPHABET[Number(rest % BASE)] + signs;
    return signs;
  }
  function bodyLength({ radices }) {
    const all = radices.reduce((product, size) => product * BigInt(size), 1n);
    let length = 1;
    while (BASE ** BigInt(length) < all) length++;
    return length;
  }
  function checkCharacter(body) {
    return [...ALPHABET].find((sign) => isBalanced([...body, sign]));
  }
  function isBalanced(signs) {
    const weight = (place) => place % (ALPHABET.length - 1) + 1;
    return signs.reduce((sum, sign, place) => sum + weight(place) * ALPHABET.indexOf(sign), 0) % ALPHABET.length === 0;
  }

  // logic/numbers.js
  var ZEROS = [..."٠۰०"].map((zero) => zero.charCodeAt(0));
  var MARKS = { "⁄": "/", "∕": "/", "٫": ".", "٬": "," };
  for (const dash of "−–‐‑‒—") MARKS[dash] = "-";
  for (const mark of "’‘ʼ´`") MARKS[mark] = "'";
  var SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  function readNumber(text, unit = "", english = false) {
    let plain2 = plainText(text);
    let percent;
    if (unit && plain2.toLowerCase().endsWith(unit.toLowerCase())) {
      plain2 = plain2.slice(0, -unit.length).trimEnd();
      percent = isPercentage(unit);
    } else {
      const without = plain2.replace(/ ?(?:%|per ?cent)$/i, "");
      percent = without !== plain2;
      plain2 = without;
      if (percent && unit && !isPercentage(unit)) return [];
    }
    const within2 = /^(.*?) ?(?:±|\+ ?\/? ?-) ?(.+)$/.exec(plain2);
    if (within2) {
      if (!meanings(within2[2], english).length) return [];
      plain2 = within2[1];
    }
    const found = meanings(plain2, english);
    if (percent && !unit) return found.map((value) => value / 100);
    if (plain2.includes("/") && !percent && isPercentage(unit))
      return found.flatMap((value) => [.../* @__PURE__ */ new Set([value * 100, value])]);
    return found;
  }
  function isPercentage(unit) {
    return unit.startsWith("%");
  }
  function plainText(text) {
    return [...text.replace(/[¼-¾⅐-⅞]/g, (sign) => ` ${sign.normalize("NFKC")}`).replace(/([⁺⁻]?)([⁰¹²³⁴-⁹]+)/g, raised)].map(usualSign).map((sign) => MARKS[sign] ?? sign).join("").replace(/\s+/g, " ").trim();
  }
  function raised(_, sign, digits2) {
    return `^${sign === "⁻" ? "-" : ""}${[...digits2].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("")}`;
  }
  function usualSign(sign) {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 65281 && code <= 65374) return String.fromCharCode(code - 65248);
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    return zero === void 0 ? sign : String(code - zero);
  }
  function meanings(signed, english) {
    const sign = signed.startsWith("-") ? -1 : 1;
    const text = signed.replace(/^[-+] ?/, "");
    const fraction = /^(?:(\d{1,15}) )?(\d{1,15}) ?\/ ?(\d{1,15})$/.exec(text);
    if (fraction) {
      const [whole, upper, lower] = fraction.slice(1).map((part) => Number(part ?? 0));
      return !lower || fraction[1] && upper >= lower ? [] : [sign * (whole + upper / lower)];
    }
    const power = /^(?:(.+?) ?[x×·⋅*] ?)?10 ?(?:\^|\*\*) ?([-+]?\d{1,4})$/.exec(text);
    const exponent = /^(.+?)[eE]([-+]?\d{1,4})$/.exec(text);
    const [digits2, tens] = power ? [power[1] ?? "1", power[2]] : exponent ? [exponent[1], exponent[2]] : [text, ""];
    const found = [];
    for (const plain2 of withoutMarks2(digits2, english || tens !== "" && !digits2.includes(","))) {
      const value = Number(`${plain2}e${tens || 0}`);
      const lost = !Number.isFinite(value) || !value && /[1-9]/.test(plain2);
      if (!lost && !found.includes(sign * value)) found.push(sign * value);
    }
    return found;
  }
  function withoutMarks2(digits2, english) {
    const found = /* @__PURE__ */ new Set();
    for (const thousands of ["", " ", "'", ",", "\\."]) {
      let whole = thousands ? `[1-9]\\d{0,2}(?:${thousands}\\d{3})+` : "\\d*";
      if (thousands === ",") whole += "|[1-9]\\d?(?:,\\d\\d)+,\\d{3}";
      for (const decimal of ["\\.", ","]) {
        const fits = new RegExp(`^(${whole})(?:${decimal}(\\d*))?$`).exec(digits2);
        if (!fits || decimal === thousands || english && decimal === ",") continue;
        const cut = fits[2] === "" && decimal === ",";
        if (!cut && /\d/.test(digits2)) found.add(`${fits[1].replace(/\D/g, "") || "0"}.${fits[2] || "0"}`);
      }
    }
    return [...found].sort((a, b) => Number(b) - Number(a));
  }
  function formatNumber(value) {
    const size = Math.abs(value);
    if (!Number.isFinite(value)) return value === size ? "∞" : size === Infinity ? "−∞" : "–";
    const minus = value < 0 ? "−" : "";
    if (size >= 1e15 || size > 0 && size < 1e-6) {
      const [digits2, power] = size.toExponential(2).split("e");
      const raisedPower = [...power.replace("+", "")].map((sign) => SUPERSCRIPTS[Number(sign)] ?? "⁻").join("");
      return `${minus}${Number(digits2)} × 10${raisedPower}`;
    }
    const kept = size >= 1e3 ? Math.max(6, Math.floor(Math.log10(size)) + 1) : 4;
    return minus + size.toLocaleString("en", { maximumSignificantDigits: kept });
  }
  function formatQuantity(value, unit = "") {
    const number = formatNumber(value);
    const named = ["1", "−1"].includes(number) ? unit.replace(/^[a-z]+/, singular) : unit;
    return `${number} ${named}`.trim();
  }
  function singular(word) {
    if (word === "people") return "person";
    if (/(?:ss|us|is|news|series)$/.test(word) || word.length < 4) return word;
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    return /(?:ss|ch|sh|x)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
  }
  function gapWords(guess, truth, unit = "") {
    if (guess === truth) return MESSAGES.gap_none;
    const high = guess > truth;
    const gap = Number(Math.abs(guess - truth).toPrecision(2));
    if (isPercentage(unit))
      return fill(high ? MESSAGES.gap_high : MESSAGES.gap_low, {
        gap: formatQuantity(gap, "points").replace("point", "percentage point")
      });
    const ratio = guess / truth;
    if (!(guess > 0 && truth > 0 && ratio > 0 && ratio < Infinity))
      return fill(high ? MESSAGES.gap_high : MESSAGES.gap_low, { gap: formatQuantity(gap, unit) });
    if (Math.abs(ratio - 1) < 0.01) return MESSAGES.gap_small;
    const times = high ? ratio : 1 / ratio;
    const factor = times >= 10 ? Math.round(times) : Math.round(times * 10) / 10;
    if (factor < 2)
      return fill(high ? MESSAGES.gap_high : MESSAGES.gap_low, { gap: `${Math.round(Math.abs(ratio - 1) * 100)} %` });
    if (factor === 2) return high ? MESSAGES.gap_double : MESSAGES.gap_half;
    return fill(high ? MESSAGES.gap_times_high : MESSAGES.gap_times_low, {
      times: formatNumber(Number(factor.toPrecision(3)))
    });
  }
  function kindOfGuess(guess, truth, close) {
    if (isWithin(guess, truth, close)) return "close";
    return guess < truth ? "too low" : "too high";
  }
  function isWithin(number, value, within2) {
    const rounding = 2 * Number.EPSILON * Math.max(Math.abs(number), Math.abs(value), within2);
    return Math.abs(number - value) <= within2 + rounding;
  }
  function clampToGrid(value, { low, high, step }) {
    return Number((Math.round(Math.min(high, Math.max(low, value)) / step) * step).toPrecision(12));
  }

  // logic/tally.js
  function tallyOptions(part, answers) {
    const chosen = (answer, i) => part.several ? Math.floor((answer - 1) / 2 ** i) % 2 === 1 : answer - 1 === i;
    const counts = part.options.map((_, i) => answers.filter((answer) => chosen(answer, i)).length);
    const isRight = (answer) => part.options.every((_, i) => chosen(answer, i) === part.right.includes(i));
    const [worst] = part.options.map((_, i) => i).filter((i) => counts[i] && !part.right.includes(i) && part.why?.[i]).sort((a, b) => counts[b] - counts[a]);
    return { counts, right: answers.filter(isRight).length, worst };
  }
  function summarizeGuesses(guesses, truth) {
    const sorted = [...guesses].sort((a, b) => a - b);
    const middle = (sorted[sorted.length - 1 >> 1] + sorted[sorted.length >> 1]) / 2;
    const reach = 0.1 * Math.abs(truth) * (1 + 1e-9);
    const near = guesses.filter((guess) => Math.abs(guess - truth) <= reach).length;
    const even = evenEdges(sorted, truth, middle);
    const bins = binsBetween(isUneven(even, sorted) ? growingEdges(sorted, truth) : even, sorted, truth);
    return { low: sorted[0], high: sorted[sorted.length - 1], middle, near, bins };
  }
  var MOST_BINS = 10;
  function evenEdges(sorted, truth, middle) {
    const reach = 3 * Math.max(Math.abs(truth), Math.abs(middle));
    const inside = [...sorted.filter((guess) => Math.abs(guess) <= reach), truth];
    const [low, high] = [Math.min(...inside), Math.max(...inside)];
    const rough = (high - low || Math.abs(truth) || 1) / 7;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
    const place = (value) => Math.floor(value / step + 1e-9);
    const edges = [];
    for (let k = place(low); k <= place(high) + 1; k++) edges.push(rounded(k * step));
    return edges;
  }
  function isUneven(edges, sorted) {
    const smallest = /* @__PURE__ */ new Map();
    return [...sorted].sort((a, b) => Math.abs(a) - Math.abs(b)).some((guess) => {
      if (!guess) return false;
      const bin = `${Math.sign(guess)} ${edges.filter((edge) => edge <= guess).length}`;
      if (!smallest.has(bin)) smallest.set(bin, Math.abs(guess));
      return Math.abs(guess) > 10 * (smallest.get(bin) ?? 0);
    });
  }
  function growingEdges(sorted, truth) {
    const side = Math.sign(truth || sorted.reduce((sum, guess) => sum + Math.sign(guess), 0)) || 1;
    const sizes = [...sorted, truth].map((value) => value * side).filter((value) => value > 0);
    const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
    for (let coarse = 0; ; coarse++) {
      const factors = coarse ? [1] : [1, 2, 5];
      const edges = [];
      for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.log10(high) + 2 * coarse + 1; power += Math.max(1, coarse))
        for (const factor of factors) edges.push(Number(`${factor}e${power}`));
      const first = edges.filter((edge) => edge <= low).length - 1;
      const last = edges.findIndex((edge) => edge > high);
      if (last - first <= MOST_BINS)
        return edges.slice(first, last + 1).map((edge) => edge * side).sort((a, b) => a - b);
    }
  }
  function binsBetween(edges, sorted, truth) {
    const bins = edges.slice(1).map((to, i) => ({ from: edges[i], to }));
    const [first, last] = [edges[0], edges[edges.length - 1]];
    if (Math.min(sorted[0], truth) < first) bins.unshift({ from: -Infinity, to: first });
    if (Math.max(sorted[sorted.length - 1], truth) >= last) bins.push({ from: last, to: Infinity });
    return bins.map(({ from, to }) => {
      const holds = (value) => from <= value && value < to;
      return { from, to, count: sorted.filter(holds).length, holdsTruth: holds(truth) };
    });
  }
  function rounded(value) {
    return Number(value.toPrecision(12));
  }

  // poll.js
  var FAULTS = {
    sign: MESSAGES.poll_sign,
    length: MESSAGES.poll_length,
    check: MESSAGES.poll_check,
    unknown: MESSAGES.poll_unknown
  };
  function poll(model, root) {
    const spec = model.get("_spec");
    const forms = Object.fromEntries(spec.questions.map((question) => [question.prefix, question]));
    const box = el("textarea", {
      rows: 5,
      id: `kit-codes-${spec.id}`,
      spellcheck: "false",
      autocomplete: "off",
      autocapitalize: "characters",
      class: "kit-codes",
      oninput: update
    });
    const note = makeNote();
    const faults = el("ul", { class: "kit-faults" });
    const results = el("div", { class: "kit-results" });
    const clear = actionButton(MESSAGES.poll_clear, () => {
      box.value = "";
      update();
      box.focus();
    });
    const help = el("small", { class: "kit-help" }, MESSAGES.poll_help);
    const entry = el("div", { class: "kit-assume" }, el("label", { for: box.id }, MESSAGES.poll_label), box, help);
    makeCard(root, spec, [entry, ...note.nodes, faults, results], "", [clear]);
    box.value = model.get("codes") ?? "";
    update();
    function update() {
      const { found, faulty } = readCodes(box.value, forms);
      const summary = fill(faulty.length ? MESSAGES.poll_read_faulty : MESSAGES.poll_read, {
        good: found.length,
        faulty: faulty.length
      });
      note.announce(box.value.trim() ? summary : "", faulty.length ? "miss" : "");
      faults.hidden = !faulty.length;
      faults.replaceChildren(...faulty.map(({ code, fault }) => el("li", {}, fill(FAULTS[fault], { code }))));
      results.replaceChildren(
        ...spec.questions.flatMap((question) => {
          const answers = found.filter(({ form }) => form === question).map((one) => one.answers);
          return answers.length ? [questionResult(question, answers)] : [];
        })
      );
      model.set("codes", box.value);
      model.save_changes();
    }
  }
  function questionResult(question, all) {
    const parts = question.parts.map((part, i) => {
      const answers = all.map((one) => one[i]).filter(Boolean);
      const body = answers.length ? partResult(part, answers) : [el("p", { class: "kit-about" }, MESSAGES.poll_none)];
      return el("section", { class: "kit-result" }, el("h4", {}, part.text), ...body);
    });
    return el(
      "div",
      { class: "kit-answers" },
      question.title ? el("p", { class: "kit-about" }, question.title) : "",
      ...parts
    );
  }
  function partResult(part, answers) {
    return "options" in part ? optionsResult(part, answers) : guessesResult(part, answers.map(answerToNumber));
  }
  function optionsResult(part, answers) {
    const { counts, right, worst } = tallyOptions(part, answers);
    const rows = part.options.map((label, i) => ({
      label,
      count: counts[i],
      mark: part.right.includes(i) ? part.mark : ""
    }));
    const reason = worst === void 0 ? "" : fill(MESSAGES.poll_worst, { option: part.options[worst], why: part.why?.[worst] });
    return [
      barTable(part.text, rows),
      el("p", {}, fill(part.tally, { right, all: answers.length })),
      reason && el("p", {}, reason)
    ];
  }
  function guessesResult({ text, unit, truth, mark }, guesses) {
    const { low, high, middle, near, bins } = summarizeGuesses(guesses, truth);
    const rows = bins.map(({ from, to, count, holdsTruth }) => {
      const label = binLabel(from, to, unit);
      return { label, count, mark: holdsTruth ? `${mark}: ${formatQuantity(truth, unit)}` : "" };
    });
    const sentence = fill(MESSAGES.poll_guesses, {
      all: guesses.length,
      low: formatQuantity(low),
      high: formatQuantity(high, unit),
      middle: formatQuantity(middle, unit),
      truth: formatQuantity(truth, unit),
      near
    });
    return [barTable(text, rows), el("p", {}, sentence)];
  }
  function binLabel(from, to, unit) {
    if (from === -Infinity) return fill(MESSAGES.poll_below, { to: formatQuantity(to, unit) });
    if (to === Infinity) return fill(MESSAGES.poll_above, { from: formatQuantity(from, unit) });
    return fill(MESSAGES.poll_between, { from: formatQuantity(from), to: formatQuantity(to, unit) });
  }
  function barTable(caption, rows) {
    const most = Math.max(...rows.map(({ count }) => count), 1);
    const lines = rows.map(({ label, count, mark }) => {
      const bar = el("span", { class: "kit-bar" });
      bar.style.width = `${100 * count / most}%`;
      return el(
        "tr",
        { class: mark ? "kit-true" : "" },
        el("th", { scope: "row" }, label, mark ? el("small", {}, `✓ ${mark}`) : ""),
        el("td", {}, el("span", { class: "kit-bar-room" }, bar), el("span", { class: "kit-count" }, String(count)))
      );
    });
    const titles = [MESSAGES.poll_answer, MESSAGES.poll_count].map((title) => el("th", { scope: "col" }, title));
    return el(
      "table",
      { class: "kit-bars" },
      el("caption", { class: "kit-spoken" }, caption),
      el("thead", { class: "kit-spoken" }, el("tr", {}, ...titles)),
      el("tbody", {}, ...lines)
    );
  }

  // logic/guess_mark.js
  var FURTHEST = 2;
  var ROOM = 0.05;
  var ROUNDING = 5e-3;
  function markGuess(figure, guess, truth, unit) {
    if (!namesUnit(figure, unit)) return null;
    for (
      const letter of
      /** @type {const} */
      ["y", "x"]
    ) {
      const values = valuesAlong(figure, letter);
      if (!values.some((value) => Math.abs(value - truth) <= ROUNDING * Math.abs(truth))) continue;
      const axis = figure.layout[`${letter}axis`] ?? {};
      const place = (value) => axis.type === "log" ? Math.log10(value) : value;
      const places = values.map(place).filter(Number.isFinite);
      const at = place(guess);
      const [low, high] = [Math.min(...places), Math.max(...places)];
      const width = high - low || Math.abs(high) || 1;
      if (!(at >= low - FURTHEST * width && at <= high + FURTHEST * width)) return null;
      const words = { guess: formatQuantity(guess, unit), truth: formatQuantity(truth, unit) };
      return {
        figure: marked(figure, letter, guess, at, at > (low + high) / 2, ROOM * width, words.guess),
        label: fill(MESSAGES.guess_on_chart, words)
      };
    }
    return null;
  }
  function namesUnit({ layout, guest }, unit) {
    const words = [...layout.annotations ?? [], layout.xaxis?.title, layout.yaxis?.title];
    return guest || words.some((one) => String(one?.text ?? "").includes(unit));
  }
  function valuesAlong({ data, layout }, letter) {
    const axis = layout[`${letter}axis`] ?? {};
    const traces = data.filter(({ visible }) => visible === void 0 || visible === true);
    if (axis.ticktext || (axis.type ?? "linear") === "date" || axis.type === "category") return [];
    if (!traces.every((trace) => isAlong(trace, letter)) || standOnEachOther(traces, layout)) return [];
    const values = traces.flatMap((trace) => trace[letter] ?? []).filter((value) => value !== null);
    const fromZero = traces.some(({ type }) => type === "bar") && axis.type !== "log" ? [0] : [];
    return values.every((value) => typeof value === "number") ? [...values, ...fromZero] : [];
  }
  function isAlong({ type = "scatter", xaxis = "x", yaxis = "y", orientation = "v", base, stackgroup }, letter) {
    if (xaxis !== "x" || yaxis !== "y" || stackgroup || base !== void 0) return false;
    return type === "bar" ? letter === (orientation === "h" ? "x" : "y") : type === "scatter" || type === "scattergl";
  }
  function standOnEachOther(traces, { barmode = "group", barnorm }) {
    const bars = traces.filter(({ type }) => type === "bar");
    const places = bars.flatMap(({ orientation, x, y }) => (orientation === "h" ? y : x) ?? []);
    return Boolean(barnorm) || barmode !== "group" && new Set(places).size < places.length;
  }
  function marked({ data, layout, ...rest }, letter, guess, at, isHigh, room, words) {
    const { muted, background } = KIT_CONSTANTS.colors;
    const other = letter === "y" ? "x" : "y";
    const line = {
      type: "line",
      [`${letter}ref`]: letter,
      [`${letter}0`]: guess,
      [`${letter}1`]: guess,
      [`${other}ref`]: "paper",
      [`${other}0`]: 0,
      [`${other}1`]: 1,
      line: { color: muted, width: 2, dash: "dash" }
    };
    const halo = { ...line, line: { color: background, width: 4 } };
    const where = letter === "y" ? { x: 0, xanchor: "left", y: at, yanchor: isHigh ? "top" : "bottom", yshift: isHigh ? -2 : 2 } : { y: 1, yanchor: "bottom", yshift: 24, x: at, xanchor: isHigh ? "right" : "left" };
    const label = {
      ...where,
      [`${letter}ref`]: letter,
      [`${other}ref`]: "paper",
      text: `${MESSAGES.your_guess}: ${words}`,
      showarrow: false,
      bgcolor: background,
      font: { color: muted }
    };
    const margin = letter === "x" ? { margin: { ...layout.margin, t: (layout.margin?.t ?? 30) + 22 } } : {};
    const axis = layout[`${letter}axis`];
    return {
      ...rest,
      data,
      layout: {
        ...layout,
        ...margin,
        [`${letter}axis`]: { ...axis, ...axis?.range ? { range: stretched(axis.range, at, room) } : {} },
        shapes: [...layout.shapes ?? [], halo, line],
        annotations: [...layout.annotations ?? [], label]
      }
    };
  }
  function stretched([from, to], at, room) {
    if (typeof from !== "number" || typeof to !== "number") return [from, to];
    const low = Math.min(from, to, at < Math.min(from, to) ? at - room : from);
    const high = Math.max(from, to, at > Math.max(from, to) ? at + room : to);
    return from < to ? [low, high] : [high, low];
  }

  // logic/number_line.js
  var LOG_FROM = 20;
  function numberLine(guess, truth, unit, ends) {
    const written = { guess: formatQuantity(guess, unit), truth: formatQuantity(truth, unit) };
    const { muted, accent, background } = KIT_CONSTANTS.colors;
    const shared = { y: [0], type: "scatter", mode: "markers+text", cliponaxis: false, hoverinfo: "skip" };
    const data = [
      {
        ...shared,
        x: [truth],
        name: MESSAGES.truth,
        text: [`${MESSAGES.truth}: ${written.truth}`],
        textposition: "top center",
        textfont: { color: accent },
        marker: { size: 13, color: accent }
      },
      {
        ...shared,
        x: [guess],
        name: MESSAGES.your_guess,
        text: [`${MESSAGES.your_guess}: ${written.guess}`],
        textposition: "bottom center",
        textfont: { color: muted },
        marker: { size: 13, color: background, line: { color: muted, width: 2 } }
      }
    ];
    const layout = {
      showlegend: false,
      hovermode: false,
      margin: { l: 24, r: 24, t: 8, b: 30 },
      xaxis: { ...axisOf(guess, truth, ends), showgrid: false, showline: true, ticks: "outside", fixedrange: true },
      yaxis: { range: [-1, 1], visible: false, fixedrange: true }
    };
    return { figure: { data, layout }, label: fill(MESSAGES.number_line, written) };
  }
  function axisOf(guess, truth, ends) {
    if (ends) return { type: "linear", range: [ends.low, ends.high] };
    const [low, high] = [Math.min(guess, truth), Math.max(guess, truth)];
    if (low > 0 && high / low > LOG_FROM) {
      const room2 = (Math.log10(high) - Math.log10(low)) / 3;
      return { type: "log", range: [Math.log10(low) - room2, Math.log10(high) + room2], dtick: 1 };
    }
    const [from, to] = [Math.min(0, low), Math.max(0, high)];
    const room = (to - from || 1) / 3;
    return { type: "linear", range: [from < 0 ? from - room : -room / 3, to > 0 ? to + room : room / 3], nticks: 6 };
  }

  // parts/dots.js
  var ROW = 10;
  function makeDots(slider) {
    const count = Number(slider.max);
    const dots = Array.from({ length: count }, () => el("span"));
    const field = el("div", { class: "kit-field", onpointerdown: press, onpointermove: drag }, ...dots);
    function countAt({ clientX, clientY }) {
      const { left, top, width, height } = field.getBoundingClientRect();
      const rows = Math.ceil(count / ROW);
      const row = within(Math.floor((clientY - top) / height * rows), 0, rows - 1);
      const column = within(Math.floor((clientX - left) / width * ROW), -1, ROW - 1);
      return Math.min(count, row * ROW + column + 1);
    }
    function press(event) {
      if (slider.disabled) return;
      event.preventDefault();
      field.setPointerCapture?.(event.pointerId);
      slider.focus();
      const pressed = countAt(event);
      set(pressed === Number(slider.value) ? pressed - 1 : pressed);
    }
    function drag(event) {
      if (event.buttons && !slider.disabled && countAt(event) !== Number(slider.value)) set(countAt(event));
    }
    function set(value) {
      slider.value = String(value);
      slider.dispatchEvent(new Event("input"));
    }
    function mark(name, upTo) {
      for (const [i, dot] of dots.entries()) dot.classList.toggle(name, i < upTo);
    }
    return {
      node: el("div", { class: "kit-dots" }, slider, field),
      color: (value) => mark("kit-on", value),
      ring: (value) => mark("kit-ring", value)
    };
  }
  function within(value, low, high) {
    return Math.min(high, Math.max(low, value));
  }

  // parts/number_input.js
  function makeNumberInput(label, unit, commit) {
    let chosen = null;
    const fault = el("p", { class: "kit-why kit-miss", id: `kit-number-${++fields}`, role: "status", hidden: true });
    const input = el("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-label": label,
      "aria-describedby": fault.id,
      onkeydown: (event) => event.key === "Enter" && commit(),
      oninput: () => {
        chosen = null;
        announce();
      }
    });
    function announce(...words) {
      fault.hidden = !words.length;
      fault.replaceChildren(...words);
      input.setAttribute("aria-invalid", String(words.length > 0));
    }
    function ask(meanings2) {
      const buttons = meanings2.flatMap((value, i) => {
        const words = plain(value);
        const choose = () => {
          chosen = value;
          announce();
          commit();
        };
        return i ? [MESSAGES.or, actionButton(words, choose)] : [actionButton(words, choose)];
      });
      const [before, after] = MESSAGES.number_ask.split("{meanings}");
      announce(before, ...buttons, after ?? "");
    }
    function read2() {
      if (chosen !== null) return chosen;
      const typed = input.value.trim();
      const meanings2 = readNumber(typed, unit);
      if (meanings2.length > 1) ask(meanings2);
      else if (meanings2.length) announce();
      else
        announce(
          typed ? fill(MESSAGES.number_invalid, { typed, unit: unit ? fill(MESSAGES.number_in, { unit }) : "" }) : MESSAGES.number_missing
        );
      return meanings2.length === 1 ? meanings2[0] : null;
    }
    function write2(value) {
      chosen = value;
      input.value = value === null ? "" : plain(value);
      announce();
    }
    const row = el("label", { class: "kit-row" }, input, el("span", {}, unit));
    return { input, nodes: [row, fault], read: read2, write: write2 };
  }
  var fields = 0;
  function plain(value) {
    return value.toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 15 });
  }

  // guesses.js
  function makeAnswerChart(height, title) {
    const { node, show, stop } = makeChart(height, title);
    node.hidden = true;
    function reveal(figure, label = "") {
      node.hidden = !figure;
      node.setAttribute("aria-label", `${title} ${label}`.trim());
      if (figure) show(figure);
    }
    return { node, reveal, hide: () => node.hidden = true, stop };
  }
  function compareNumbers(guess, truth, unit, close, sentence, others) {
    const written = { guess: formatQuantity(guess, unit), truth: formatQuantity(truth, unit) };
    const said = fill(sentence, { ...written, ...others, gap: gapWords(guess, truth, unit) });
    return { ...written, sentence: said, kind: kindOfGuess(guess, truth, close) };
  }
  var LINE_HEIGHT = 130;
  function makeNumberAnswer(spec, ends, hasLine = true) {
    const line = makeAnswerChart(LINE_HEIGHT, "");
    const chart = makeAnswerChart(spec.height, spec.title);
    return {
      answer: [line.node, chart.node],
      /** @param {number} mine @param {Secret} secret */
      compare: (mine, { truth, close }) => compareNumbers(mine, Number(truth), spec.unit, close, MESSAGES.number_result),
      coded: numberToAnswer,
      isGuess: (stored) => Number.isFinite(stored),
      /** @param {number} mine @param {Secret} secret */
      show(mine, { truth, figure }) {
        const onChart = figure && markGuess(figure, mine, Number(truth), spec.unit);
        const onLine = onChart || !hasLine ? null : numberLine(mine, Number(truth), spec.unit, ends);
        line.reveal(onLine?.figure ?? null, onLine?.label);
        chart.reveal(onChart?.figure ?? figure, onChart?.label);
      },
      hide() {
        line.hide();
        chart.hide();
      },
      stop() {
        line.stop();
        chart.stop();
      }
    };
  }
  function typedGuess(spec, commit) {
    const { show, hide, ...shared } = makeNumberAnswer(spec, null);
    const field = makeNumberInput(spec.title, spec.unit, commit);
    return {
      ...shared,
      nodes: field.nodes,
      read: field.read,
      missing: () => "",
      write: field.write,
      reveal(mine, secret) {
        field.input.disabled = true;
        show(mine, secret);
      },
      restart() {
        field.input.disabled = false;
        field.write(null);
        hide();
      }
    };
  }
  function draggedGuess(spec) {
    const isBar = spec.shape === "bar";
    const { show, hide, ...shared } = makeNumberAnswer(spec, spec, isBar);
    const shown = el("output");
    const input = el("input", {
      type: "range",
      class: isBar ? "kit-bar" : "",
      min: spec.low,
      max: spec.high,
      step: spec.step,
      "aria-label": spec.title
    });
    const dots = isBar ? null : makeDots(input);
    const legend = el("small", { class: "kit-help", hidden: true }, MESSAGES.dots_result);
    let isSet = false;
    function update() {
      const words = isSet ? formatQuantity(Number(input.value), spec.unit) : MESSAGES.share_unset;
      shown.textContent = words;
      input.setAttribute("aria-valuetext", words);
      const part = (Number(input.value) - spec.low) / (spec.high - spec.low);
      input.style.setProperty("--part", `${isSet ? 100 * part : 0}%`);
      dots?.color(isSet ? Number(input.value) : 0);
    }
    function take() {
      isSet = true;
      update();
    }
    for (const event of ["input", "pointerup"]) input.addEventListener(event, take);
    input.addEventListener("keydown", ({ key }) => /^(Arrow|Page|Home|End| )/.test(key) && take());
    return {
      ...shared,
      nodes: [el("div", { class: "kit-share" }, dots?.node ?? input, shown, legend)],
      read: () => isSet ? Number(input.value) : null,
      missing: () => MESSAGES.share_missing,
      write(mine) {
        input.value = String(clampToGrid(mine, spec));
        take();
      },
      reveal(mine, secret) {
        input.disabled = true;
        legend.hidden = isBar;
        dots?.ring(Math.round(Number(secret.truth)));
        show(mine, secret);
      },
      restart() {
        input.disabled = false;
        legend.hidden = true;
        dots?.ring(0);
        input.value = String(spec.low);
        isSet = false;
        update();
        hide();
      }
    };
  }
  var groups2 = 0;
  function chosenGuess(spec) {
    const name = `kit-guess-${++groups2}`;
    const inputs = spec.choices.map((_, i) => el("input", { type: "radio", name, value: i }));
    const options = spec.choices.map(
      (choice, i) => el("label", { class: "kit-option" }, inputs[i], el("span", {}, choice))
    );
    const chart = makeAnswerChart(spec.height, spec.title);
    const evidence = ("evidence" in spec ? spec.evidence : []).map(
      ({ head, lines }) => el("div", {}, el("strong", {}, head), el("ul", {}, ...lines.map((line) => el("li", {}, line))))
    );
    const legend = el("legend", { class: spec.legend ? "kit-label" : "kit-spoken" }, spec.legend || spec.title);
    return {
      nodes: [...evidence, el("fieldset", { class: "kit-question" }, legend, ...options)],
      answer: [chart.node],
      read: () => spec.choices[inputs.findIndex((input) => input.checked)] ?? null,
      missing: () => MESSAGES.guess_choice_first,
      isGuess: (stored) => spec.choices.some((choice) => choice === stored),
      write: (mine) => inputs[spec.choices.indexOf(mine)].checked = true,
      compare(guess, secret) {
        const truth = String(secret.truth);
        return { guess, truth, kind: guess, sentence: fill(guess === truth ? spec.right : spec.other, { guess, truth }) };
      },
      coded: (mine) => spec.choices.indexOf(mine) + 1,
      reveal(mine, { truth, figure }) {
        spec.choices.forEach((choice, i) => {
          inputs[i].disabled = true;
          options[i].classList.toggle("kit-good", choice === truth);
          options[i].classList.toggle("kit-miss", choice === mine && choice !== truth);
        });
        chart.reveal(figure);
      },
      restart() {
        for (const input of inputs) input.disabled = input.checked = false;
        for (const option of options) option.classList.remove("kit-good", "kit-miss");
        chart.hide();
      },
      stop: chart.stop
    };
  }

  // logic/strokes.js
  function nearest(places, x) {
    const gaps = places.map((place) => Math.abs(place - x));
    return gaps.indexOf(Math.min(...gaps));
  }
  function strokeBetween(from, to) {
    const steps = Math.abs(to.i - from.i) || 1;
    return Array.from({ length: steps + 1 }, (_, k) => ({
      i: from.i + Math.round((to.i - from.i) * k / steps),
      y: from.y + (to.y - from.y) * k / steps
    }));
  }
  function isWholeLine(values, count) {
    return Array.isArray(values) && values.length === count && values.every((value) => Number.isFinite(value));
  }
  function withGuess(figure, spec, values, locked) {
    const places = spec.places.slice(spec.known - 1);
    const open = places.slice(1);
    const circle = { color: spec.background, line: { color: spec.color, width: 2 } };
    const guess = {
      name: MESSAGES.your_guess,
      x: places,
      y: [spec.start, ...values],
      mode: "lines+markers",
      line: { color: spec.color, width: 2, dash: "dot" },
      marker: { ...circle, size: places.map((_, i) => i ? 10 : 0) },
      hoverinfo: locked ? "all" : "skip"
    };
    const todo = {
      x: open.filter((_, i) => values[i] === null),
      y: values.filter((value) => value === null).map(() => spec.start),
      mode: "markers",
      marker: { ...circle, size: 10 },
      opacity: 0.45,
      hoverinfo: "skip",
      showlegend: false
    };
    const last = values.reduce((found, value, i) => value === null ? found : i, -1);
    const label = {
      x: open[last],
      y: values[last],
      text: MESSAGES.your_guess,
      showarrow: false,
      xanchor: "left",
      xshift: 8,
      font: { color: spec.color }
    };
    const annotations = [...figure.layout.annotations ?? [], ...last < 0 ? [] : [label]];
    const traces = todo.x.length ? [todo, guess] : [guess];
    return {
      data: [...figure.data, ...traces],
      layout: { ...figure.layout, hovermode: locked && figure.layout.hovermode, annotations }
    };
  }

  // drawing.js
  function drawnGuess(spec) {
    const chart = makeChart(spec.height, spec.title);
    const places = spec.places.slice(spec.known);
    const labels = spec.labels.slice(spec.known);
    let values = places.map(() => null);
    let locked = false;
    const inputs = places.map((_, i) => {
      const onchange = () => {
        setValue(i, typedValue(input.value, spec));
        draw(spec.figure);
      };
      const input = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", onchange });
      return input;
    });
    const fields2 = inputs.map((input, i) => el("label", {}, labels[i], input));
    const typed = el(
      "details",
      {},
      el("summary", {}, MESSAGES.type_values),
      el("div", { class: "kit-values" }, ...fields2)
    );
    const todo = el("p", { class: "kit-help" });
    function setValue(i, value) {
      values[i] = value === null ? null : clampToGrid(value, spec);
      inputs[i].setAttribute("aria-invalid", String(value === null && inputs[i].value !== ""));
      if (value !== null) inputs[i].value = String(values[i]);
    }
    function missing() {
      const count = values.filter((value) => value === null).length;
      return count ? fill(MESSAGES.draw_missing, { missing: count, all: values.length }) : "";
    }
    function draw(figure) {
      todo.textContent = missing();
      todo.hidden = locked || !todo.textContent;
      chart.show(withGuess(figure, spec, values, locked));
    }
    followStrokes(
      chart.node,
      places,
      () => locked,
      (points) => {
        for (const { i, y } of points) setValue(i, y);
        draw(spec.figure);
      }
    );
    return {
      nodes: [chart.node, todo, typed],
      answer: [],
      read: () => isWholeLine(values, places.length) ? [...values] : null,
      missing,
      isGuess: (stored) => isWholeLine(stored, places.length),
      write: (mine) => mine.forEach((value, i) => setValue(i, value)),
      compare(mine, { truth, close }) {
        const last = Array.isArray(truth) ? truth[truth.length - 1] : Number(truth);
        return compareNumbers(mine.at(-1), last, spec.unit, close, MESSAGES.line_result, {
          x: labels[labels.length - 1]
        });
      },
      coded: (mine) => numberToAnswer(mine.at(-1)),
      reveal(_, { figure }) {
        locked = true;
        typed.hidden = true;
        chart.node.classList.remove("kit-draw");
        draw(figure ?? spec.figure);
      },
      restart() {
        values = places.map(() => null);
        locked = false;
        typed.hidden = false;
        for (const input of inputs) input.value = "";
        chart.node.classList.add("kit-draw");
        draw(spec.figure);
      },
      stop: chart.stop
    };
  }
  function typedValue(text, { low, high, unit }) {
    const meanings2 = readNumber(text.trim(), unit);
    const inside = meanings2.filter((value) => value >= low && value <= high);
    const [only, another] = meanings2.length > 1 ? inside : meanings2;
    return only === void 0 || another !== void 0 ? null : only;
  }
  function followStrokes(node, places, isLocked, onStroke) {
    let held = null;
    const drawnLayout = () => Reflect.get(node, "_fullLayout");
    function pointAt(event) {
      const { xaxis, yaxis, _size } = drawnLayout();
      const box = node.getBoundingClientRect();
      const y = yaxis.p2d(event.clientY - box.top - _size.t);
      return { i: nearest(places, xaxis.p2d(event.clientX - box.left - _size.l)), y };
    }
    function drag(event) {
      if (!held || isLocked()) return;
      const now = pointAt(event);
      onStroke(strokeBetween(held, now));
      held = now;
    }
    node.addEventListener(
      "pointerdown",
      (event) => {
        if (isLocked() || !drawnLayout()) return;
        event.preventDefault();
        node.setPointerCapture(event.pointerId);
        held = pointAt(event);
        drag(event);
      },
      true
    );
    node.addEventListener("pointermove", drag, true);
    for (const end of ["pointerup", "pointercancel"]) node.addEventListener(end, () => held = null, true);
  }

  // logic/memory.js
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  function sound(value) {
    const { asked, records } = isObject(value) ? value : {};
    return {
      asked: Array.isArray(asked) ? asked.filter((version) => typeof version === "string") : [],
      records: isObject(records) ? Object.fromEntries(Object.entries(records).filter(([, record]) => isObject(record))) : {}
    };
  }
  function recordOf(stored, version) {
    const { records } = sound(stored);
    return Object.hasOwn(records, version) ? records[version] : null;
  }
  function latestRecord(stored) {
    return recordOf(stored, sound(stored).asked.at(-1) ?? "");
  }
  function countRight(stored) {
    const { asked } = sound(stored);
    return { all: asked.length, right: asked.filter((version) => recordOf(stored, version)?.right === true).length };
  }
  function isNew(stored, version) {
    const { asked } = sound(stored);
    return asked.length > 0 && !asked.includes(version) && !recordOf(stored, version);
  }
  function withRecord(stored, asked, version, record) {
    return { asked, records: { ...sound(stored).records, [version]: record } };
  }

  // parts/class_code.js
  function makeClassCode(form) {
    const code = el("strong", { class: "kit-code-signs" });
    const help = el("span");
    const mark = () => getSelection()?.selectAllChildren(code);
    const copy = copyButton(MESSAGES.code_copy, MESSAGES.code_copied, () => code.textContent, mark);
    const node = el(
      "div",
      { class: "kit-code", hidden: true },
      el("span", {}, MESSAGES.code, " ", code),
      copy,
      el("small", { class: "kit-help" }, help)
    );
    function show(answers) {
      const answered = answers.filter(Boolean).length;
      node.hidden = !form || !answered;
      if (!form || !answered) return;
      code.textContent = encodeAnswers(form, answers);
      help.textContent = fill(answers.length > 1 ? MESSAGES.code_help_several : MESSAGES.code_help, {
        answered,
        all: answers.length
      });
    }
    return { node, show };
  }

  // parts/storage.js
  var CHANGED = "kit-device";
  var unkept = /* @__PURE__ */ new Map();
  function read(key) {
    if (unkept.has(key)) return unkept.get(key);
    try {
      return JSON.parse(localStorage.getItem(`kit/${key}`) ?? "null");
    } catch {
      return null;
    }
  }
  function write(key, value) {
    try {
      if (value === null) localStorage.removeItem(`kit/${key}`);
      else localStorage.setItem(`kit/${key}`, JSON.stringify(value));
      unkept.delete(key);
    } catch {
      unkept.set(key, value);
    }
    document.dispatchEvent(new CustomEvent(CHANGED, { detail: key }));
  }
  function follow(update) {
    update();
    document.addEventListener(CHANGED, update);
    addEventListener("storage", update);
    return () => {
      document.removeEventListener(CHANGED, update);
      removeEventListener("storage", update);
    };
  }

  // predict.js
  function makeGuess(spec, commit) {
    if (spec.mode === "line") return drawnGuess(spec);
    if (spec.mode === "share") return draggedGuess(spec);
    return spec.mode === "number" ? typedGuess(spec, commit) : chosenGuess(spec);
  }
  function makeAssumption(spec, isReason, keep) {
    const id = `kit-assumed-${spec.id}`;
    const input = isReason ? el("textarea", { rows: 2, id, onchange: keep }) : el("input", { type: "text", id, autocomplete: "off", onchange: keep });
    const help = el("small", { class: "kit-help", id: `${id}-help` }, MESSAGES.assume_help);
    input.setAttribute("aria-describedby", help.id);
    const node = el("div", { class: "kit-assume" }, el("label", { for: id }, spec.ask), input, help);
    return { node, input };
  }
  function predict(model, root) {
    const spec = model.get("_spec");
    const { key, version } = spec.memory;
    const isClaim = "ask_last" in spec && spec.ask_last;
    const note = makeNote();
    const follows = el("div", { class: "kit-follows", hidden: true });
    const guess = makeGuess(spec, () => commit.click());
    const commit = mainButton(spec.commit, reveal);
    const again = actionButton(MESSAGES.guess_again, guessAgain);
    const assumption = makeAssumption(spec, isClaim, () => keep({ assumed: assumption.input.value.trim() }));
    const code = makeClassCode(spec.poll);
    const changed = el("small", { class: "kit-help", hidden: !isNew(read(key), version) }, MESSAGES.guess_new);
    const about = [spec.about, fill(MESSAGES[spec.help], { commit: spec.commit })].filter(Boolean).join(" ");
    const asked = el("div", { class: "kit-asked" }, ...guess.nodes);
    const answer = el(
      "div",
      { class: "kit-answer", role: "group", "aria-label": MESSAGES.answer, tabindex: "-1" },
      ...note.nodes,
      ...guess.answer,
      follows,
      code.node
    );
    const body = [changed, ...isClaim ? [asked, assumption.node] : [assumption.node, asked], commit, answer];
    const card = makeCard(root, { ...spec, about }, body, spec.source, [...dataLinks(spec.data), again]);
    card.dataset.predict = spec.id;
    restart();
    const stored = record().guess;
    if (guess.isGuess(stored)) {
      guess.write(stored);
      show(stored, true);
    }
    const unfollow = follow(readAssumed);
    return () => {
      unfollow();
      guess.stop();
    };
    function record() {
      return recordOf(read(key), version) ?? {};
    }
    function keep(more) {
      write(key, withRecord(read(key), [version], version, { ...record(), ...more }));
    }
    function readAssumed() {
      const { assumed } = record();
      if (typeof assumed === "string" && assumption.input !== document.activeElement) assumption.input.value = assumed;
    }
    async function reveal() {
      const mine = guess.read();
      if (mine === null) return note.announce(guess.missing(), "miss");
      keep({ guess: mine, assumed: assumption.input.value.trim() });
      await show(mine, false);
      answer.focus();
    }
    async function show(mine, quiet) {
      const secret = await decompress(spec.secret);
      const { sentence, kind, ...words } = guess.compare(mine, secret);
      setCommitted(true);
      note.announce([sentence, secret.why, secret.why_by[kind]].filter(Boolean).map(withoutMarks).join(" "), "", quiet);
      follows.replaceChildren(...secret.follows.map((paragraph) => el("p", {}, ...inline(paragraph))));
      guess.reveal(mine, secret);
      const { first, said } = record();
      const coded = isCoded(first) ? first : guess.coded(mine);
      keep({ first: coded, said: said && !isClaim ? { ...said, truth: words.truth } : words });
      code.show([coded]);
      model.set("guess", mine);
      model.save_changes();
    }
    function isCoded(first) {
      return Number.isInteger(first) && Number(first) > 0 && Number(first) < (spec.poll?.radices[0] ?? 0);
    }
    function setCommitted(committed) {
      commit.hidden = committed;
      again.hidden = !committed;
      follows.hidden = !committed;
      if (!isClaim) assumption.input.readOnly = committed;
    }
    function restart() {
      setCommitted(false);
      note.announce("");
      guess.restart();
    }
    function guessAgain() {
      restart();
      asked.querySelector("input, summary")?.focus();
    }
  }

  // logic/grading.js
  function optionMet(options, number) {
    const meets = ({ value, within: within2 }) => value === null || isWithin(number, value, within2);
    const right = options.findIndex((option) => option.right && meets(option));
    if (right >= 0) return right;
    const named = options.findIndex((option) => option.value !== null && meets(option));
    return named >= 0 ? named : options.findIndex(({ value }) => value === null);
  }
  function allTicked(options, ticked) {
    return options.every(({ right }, i) => right === ticked[i]);
  }
  function inPlace(order) {
    return order.filter((item, place) => item === place).length;
  }
  function isAnswer(question, answer) {
    if (question.kind === "number") return Number.isFinite(answer);
    const isPlace = (place) => Number.isInteger(place) && Number(place) in question.options;
    if (question.kind === "single") return isPlace(answer);
    if (!Array.isArray(answer) || !answer.every(isPlace) || new Set(answer).size < answer.length) return false;
    return question.kind === "several" || answer.length === question.options.length;
  }
  function answerCount({ kind, options }) {
    if (kind === "several") return 1 + 2 ** options.length;
    return options.length + (kind === "single" ? 1 : 2);
  }
  function soundFirst(question, first) {
    return Number.isInteger(first) && Number(first) > 0 && Number(first) < answerCount(question) ? Number(first) : 0;
  }
  function codedAnswer(question, answer) {
    if (question.kind === "single") return answer + 1;
    if (question.kind === "several")
      return 1 + answer.reduce((sum, i) => sum + 2 ** i, 0);
    if (question.kind === "order") return 1 + inPlace(answer);
    const { options } = (
      /** @type {NumberQuestion} */
      question
    );
    const met = optionMet(options, answer);
    return 1 + (met < 0 ? options.length : met);
  }

  // quiz.js
  function quiz(model, root) {
    const spec = model.get("_spec");
    const versions = spec.questions.map(({ version }) => version);
    const stored = read(spec.memory);
    const records = versions.map((version) => recordOf(stored, version));
    const firsts = spec.questions.map((question, i) => soundFirst(question, records[i]?.first));
    const code = makeClassCode(spec.poll);
    const forget = actionButton(MESSAGES.forget_answers, () => {
      write(spec.memory, null);
      quiz(model, root);
      root.querySelector("input, button")?.focus();
    });
    forget.hidden = stored === null;
    const questions = spec.questions.map((question, i) => {
      const answer = records[i]?.answer;
      return makeQuestion(question, isNew(stored, versions[i]), {
        answer: isAnswer(question, answer) ? answer : void 0,
        keep(answer2, right) {
          firsts[i] ||= codedAnswer(question, answer2);
          write(
            spec.memory,
            withRecord(read(spec.memory), versions, versions[i], { answer: answer2, right, first: firsts[i] })
          );
          code.show(firsts);
          forget.hidden = false;
        }
      });
    });
    makeCard(root, spec, [...questions, code.node], "", [forget]);
    code.show(firsts);
  }
  function makeQuestion(question, isNew2, memory) {
    const parts = {
      single: () => singleParts(
        /** @type {ChoiceQuestion} */
        question,
        memory
      ),
      several: () => severalParts(
        /** @type {ChoiceQuestion} */
        question,
        memory
      ),
      number: () => numberParts(
        /** @type {NumberQuestion} */
        question,
        memory
      ),
      order: () => orderParts(
        /** @type {OrderQuestion} */
        question,
        memory
      )
    };
    const changed = isNew2 ? el("small", { class: "kit-help" }, MESSAGES.question_new) : "";
    return el(
      "fieldset",
      { class: "kit-question" },
      el("legend", {}, ...inline(question.text)),
      changed,
      ...parts[question.kind]()
    );
  }
  function makeReason() {
    const node = el("p", { class: "kit-why", role: "status", hidden: true });
    function announce(right, reason) {
      node.hidden = false;
      node.className = `kit-why ${right ? "kit-good" : "kit-miss"}`;
      node.replaceChildren(
        right ? `✓ ${MESSAGES.right} ` : `✗ ${MESSAGES.miss} `,
        ...inline(reason),
        right ? "" : ` ${MESSAGES.retry}`
      );
    }
    return { node, announce, clear: () => node.hidden = true };
  }
  function makeOption(type, name, option) {
    const input = el("input", { type, name });
    const label = el("label", { class: "kit-option" }, input, el("span", {}, ...inline(option.text)));
    const reason = makeReason();
    function mark() {
      label.classList.toggle("kit-good", option.right);
      label.classList.toggle("kit-miss", !option.right);
      reason.announce(option.right, option.why);
    }
    function clear() {
      label.classList.remove("kit-good", "kit-miss");
      reason.clear();
    }
    return { input, nodes: [label, reason.node], mark, clear };
  }
  function makeHelp(text) {
    return el("small", { class: "kit-help" }, fill(text, { check: MESSAGES.check }));
  }
  var groups3 = 0;
  function singleParts(question, memory) {
    const name = `kit-quiz-${++groups3}`;
    const options = question.options.map((option) => makeOption("radio", name, option));
    function judge(i) {
      options[i].mark();
      memory.keep(i, question.options[i].right);
    }
    options.forEach(({ input }, i) => input.addEventListener("change", () => judge(i)));
    if (memory.answer !== void 0) {
      options[memory.answer].input.checked = true;
      options[memory.answer].mark();
    }
    return options.flatMap((option) => option.nodes);
  }
  function severalParts(question, memory) {
    const options = question.options.map((option) => makeOption("checkbox", "", option));
    const reason = makeReason();
    for (const { input, clear } of options) {
      input.addEventListener("change", () => {
        clear();
        reason.clear();
      });
    }
    function judge() {
      for (const { input, mark, clear } of options) input.checked ? mark() : clear();
      const ticked = options.map(({ input }) => input.checked);
      const right = allTicked(question.options, ticked);
      reason.announce(right, right ? "" : MESSAGES.several_missing);
      return { answer: ticked.flatMap((isOn, i) => isOn ? [i] : []), right };
    }
    function check() {
      const { answer, right } = judge();
      memory.keep(answer, right);
    }
    if (memory.answer !== void 0) {
      options.forEach(({ input }, i) => input.checked = memory.answer.includes(i));
      judge();
    }
    const lines = options.flatMap((option) => option.nodes);
    return [makeHelp(MESSAGES.choose_several), ...lines, mainButton(MESSAGES.check, check), reason.node];
  }
  function numberParts(question, memory) {
    const field = makeNumberInput(MESSAGES.number_label, question.unit, check);
    const reason = makeReason();
    field.input.addEventListener("input", reason.clear);
    function judge(number) {
      const met = question.options[optionMet(question.options, number)];
      const right = met?.right ?? false;
      reason.announce(right, met?.why ?? "");
      return right;
    }
    function check() {
      const number = field.read();
      if (number !== null) memory.keep(number, judge(number));
      else reason.clear();
    }
    if (memory.answer !== void 0) {
      field.write(memory.answer);
      judge(memory.answer);
    }
    return [...field.nodes, mainButton(MESSAGES.check, check), reason.node];
  }
  function orderParts(question, memory) {
    const { options } = question;
    const order = [...memory.answer ?? question.start];
    const list = el("ol", { class: "kit-order" });
    const reason = makeReason();
    function moveButton(place, step) {
      const label = fill(step < 0 ? MESSAGES.up : MESSAGES.down, { item: options[order[place]].text });
      const disabled = !(place + step in order);
      return el(
        "button",
        { type: "button", class: "kit-small", disabled, "aria-label": label, onclick: () => move(place, step) },
        step < 0 ? "↑" : "↓"
      );
    }
    function build() {
      list.replaceChildren(
        ...order.map((item, i) => {
          const { text } = options[item];
          const label = fill(MESSAGES.position, { item: text, place: i + 1, all: order.length });
          return el("li", { "aria-label": label }, el("span", {}, ...inline(text)), moveButton(i, -1), moveButton(i, 1));
        })
      );
    }
    function move(place, step) {
      [order[place], order[place + step]] = [order[place + step], order[place]];
      reason.clear();
      build();
      const [up, down] = list.children[place + step].querySelectorAll("button");
      const [same, other] = step < 0 ? [up, down] : [down, up];
      (same.disabled ? other : same).focus();
    }
    function judge() {
      const right = inPlace(order);
      const all = right === order.length;
      const why = options.map((option) => option.why).filter(Boolean).join(" ");
      reason.announce(all, all ? why : fill(MESSAGES.order_wrong, { right, all: order.length }));
      return all;
    }
    build();
    if (memory.answer !== void 0) judge();
    return [
      makeHelp(MESSAGES.order_help),
      list,
      mainButton(MESSAGES.check, () => memory.keep([...order], judge())),
      reason.node
    ];
  }

  // recall.js
  function recall(model, root) {
    const spec = model.get("_spec");
    const { key, version } = spec.memory;
    const note = makeNote();
    const forget = actionButton(MESSAGES.forget, () => write(key, null));
    makeCard(root, spec, note.nodes, "", [forget]);
    return follow(() => {
      const stored = read(key);
      const { said, assumed } = (version ? recordOf(stored, version) : latestRecord(stored)) ?? {};
      const known = typeof said?.guess === "string" && typeof said.truth === "string";
      const lines = [known ? fill(MESSAGES.recall_result, said) : MESSAGES.recall_none];
      if (assumed && typeof assumed === "string") lines.push(fill(MESSAGES.recall_assumed, { assumed }));
      forget.hidden = stored === null;
      note.announce(lines.join(" "));
    });
  }

  // verdicts.js
  var FILE = "my_verdicts";
  var COLUMNS = [
    "claim_id",
    "lesson",
    "claim",
    "claimed_by",
    "date",
    "my_verdict",
    "my_reason",
    "kit_verdict",
    "kit_reason"
  ];
  function storedVerdict({ memory }, verdicts2) {
    const { guess, assumed } = recordOf(read(memory.key), memory.version) ?? {};
    return verdicts2.includes(guess) ? { guess, assumed: typeof assumed === "string" ? assumed : "" } : null;
  }
  function verdicts(model, root) {
    const spec = model.get("_spec");
    const name = `kit-verdict-${spec.id}`;
    let updates = 0;
    const menu = claimMenu(spec.claims, `${name}-claim`, choose);
    const about = el("p", { class: "kit-help" });
    const inputs = spec.verdicts.map((verdict) => el("input", { type: "radio", name, value: verdict }));
    const ticks = inputs.map((input) => el("label", { class: "kit-tick" }, input, input.value));
    const reason = el("textarea", { rows: 2, id: `${name}-reason` });
    const note = makeNote();
    const summary = el("p", { class: "kit-about" });
    const list = scrollRegion(MESSAGES.verdicts_list);
    const save = actionButton(MESSAGES.verdicts_download, async () => download(FILE, await fileTable()));
    const forget = actionButton(MESSAGES.verdicts_forget, () => {
      write(chosen().memory.key, null);
      choose();
      menu.focus();
    });
    const legend = el("legend", { class: "kit-label" }, MESSAGES.weigh_legend);
    const form = el(
      "div",
      { class: "kit-assume" },
      el("label", { for: menu.id }, MESSAGES.verdicts_choose),
      menu,
      about,
      el("fieldset", { class: "kit-control" }, legend, el("span", { class: "kit-ticks" }, ...ticks)),
      el("label", { for: reason.id }, MESSAGES.weigh_reason),
      reason
    );
    makeCard(root, spec, [form, mainButton(MESSAGES.weigh_commit, compare), ...note.nodes, summary, list], spec.source, [
      forget,
      save
    ]);
    choose();
    return follow(() => void update());
    function chosen() {
      return (
        /** @type {LedgerClaim} */
        spec.claims.find(({ id }) => id === menu.value)
      );
    }
    function choose() {
      const claim = chosen();
      const known = storedVerdict(claim, spec.verdicts);
      about.textContent = `“${claim.claim}” ${fill(MESSAGES.weigh_about, claim)}`;
      for (const input of inputs) input.checked = input.value === known?.guess;
      reason.value = known?.assumed ?? "";
      forget.hidden = !known;
      note.announce("");
    }
    async function compare() {
      const claim = chosen();
      const mine = inputs.find((input) => input.checked)?.value;
      if (!mine) return note.announce(MESSAGES.guess_choice_first, "miss");
      const { verdict, why } = (await kitVerdicts())[claim.id];
      const { key, version } = claim.memory;
      const stored = read(key);
      const first = recordOf(stored, version)?.first ?? spec.verdicts.indexOf(mine) + 1;
      const said = { guess: mine, truth: verdict };
      write(
        key,
        withRecord(stored, [version], version, { guess: mine, assumed: reason.value.trim(), first, said })
      );
      forget.hidden = false;
      const sentence = mine === verdict ? MESSAGES.weigh_same : MESSAGES.weigh_other;
      note.announce(`${fill(sentence, { guess: mine, truth: verdict })} ${why}`);
    }
    function kitVerdicts() {
      return decompress(spec.secret);
    }
    async function weighed() {
      const own = spec.claims.flatMap((claim) => {
        const known = storedVerdict(claim, spec.verdicts);
        return known ? [{ claim, ...known }] : [];
      });
      const kits = own.length ? await kitVerdicts() : {};
      return own.map((one) => ({ ...one, kit: kits[one.claim.id] }));
    }
    async function update() {
      const own = ++updates;
      const found = await weighed();
      if (own !== updates) return;
      const same = found.filter(({ guess, kit }) => guess === kit.verdict).length;
      const counts = { weighed: found.length, all: spec.claims.length, same };
      summary.textContent = found.length ? fill(MESSAGES.verdicts_sum, counts) : MESSAGES.verdicts_none;
      save.hidden = list.hidden = !found.length;
      const head = [MESSAGES.verdicts_claim, MESSAGES.weigh_legend, MESSAGES.verdicts_kit, MESSAGES.weigh_reason];
      const rows = found.map(({ claim, guess, kit, assumed }) => [
        `${claim.id} ${claim.claim}`,
        guess,
        kit.verdict,
        assumed || "–"
      ]);
      const table = tableNode(MESSAGES.verdicts_list, { head, rows });
      table.classList.add("kit-words");
      list.replaceChildren(table);
    }
    async function fileTable() {
      const rows = (await weighed()).map(({ claim, guess, assumed, kit }) => {
        const { id, lesson, who, when } = claim;
        return [id, lesson, claim.claim, who, when, guess, assumed, kit.verdict, kit.reason];
      });
      return { head: COLUMNS, rows };
    }
  }
  function claimMenu(claims, id, onchange) {
    const lessons = [...new Set(claims.map(({ lesson }) => lesson))];
    const groups4 = lessons.map((lesson) => {
      const own = claims.filter((claim) => claim.lesson === lesson);
      const options = own.map((claim) => el("option", { value: claim.id }, `${claim.id} ${claim.claim}`));
      return el("optgroup", { label: fill(MESSAGES.verdicts_lesson, { lesson }) }, ...options);
    });
    return el("select", { id, onchange }, ...groups4);
  }

  // mount.js
  var KINDS = { explore, poll, predict, quiz, recall, verdicts };
  async function mount(kind, root, makeModel) {
    const summary = root.querySelector(".kit-summary");
    try {
      if (!Object.hasOwn(KINDS, kind)) throw new TypeError(`no widget of the kind "${kind}"`);
      return KINDS[kind](await makeModel(), root);
    } catch (fault) {
      console.error(fault);
      const reason = fault instanceof Error ? fault.message : String(fault);
      const trouble = el("p", { class: "kit-trouble", role: "status" }, fill(MESSAGES.not_mounted, { reason }));
      root.replaceChildren(el("section", { class: "kit" }, trouble, summary ?? ""));
    }
  }

  // page.js
  var REMEMBER_AFTER = 400;
  var EmbeddedModel = class {
    /** @param {Record<string, unknown>} values */
    constructor(values) {
      this.values = values;
      this.events = new EventTarget();
    }
    /** @param {string} name @returns {any} */
    get(name) {
      return this.values[name];
    }
    /** @param {string} name @param {unknown} value */
    set(name, value) {
      this.values[name] = value;
    }
    /** @param {string} event @param {() => void} listener */
    on(event, listener) {
      this.events.addEventListener(event, listener);
    }
    /** @param {string} event @param {() => void} listener */
    off(event, listener) {
      this.events.removeEventListener(event, listener);
    }
    /** @param {string} event */
    emit(event) {
      this.events.dispatchEvent(new Event(event));
    }
    save_changes() {
    }
  };
  var explorers = [];
  var remembering = 0;
  var EmbeddedExplorer = class extends EmbeddedModel {
    /** @param {ExploreSpec} spec @param {Drawing[]} drawings one for each state */
    constructor(spec, drawings) {
      super({ _spec: spec });
      this.spec = spec;
      this.drawings = drawings;
      this.setState(
        stateFrom(spec, location.hash) ?? this.keptState() ?? spec.controls.map((control) => control.default)
      );
      explorers.push(this);
    }
    /** @returns {number[]} */
    get state() {
      return this.get("_state");
    }
    save_changes() {
      this.answer();
      rememberSoon(this);
    }
    answer() {
      const drawing = this.drawings[stateIndex(this.spec.controls, this.state)];
      this.set("_drawn", JSON.stringify({ state: this.state, ...drawing }));
      this.emit("change:_drawn");
    }
    /** Go to a state that the reader has not asked for with a control. @param {number[]} state */
    setState(state) {
      this.set("_state", state);
      this.answer();
      this.emit("change:_state");
    }
    /** The state that the present step of the browser's history has kept, or null. @returns {number[] | null} */
    keptState() {
      const kept = history.state?.kit?.[this.spec.id];
      return isState(this.spec.controls, kept) ? kept : null;
    }
    link() {
      return linkTo(location.href, this.spec, this.state);
    }
  };
  function rememberSoon(explorer) {
    clearTimeout(remembering);
    remembering = window.setTimeout(() => {
      if (document.querySelector("[data-playing]")) return rememberSoon(explorer);
      const link = explorer.link();
      if (link !== location.href) keepStates("pushState", link);
    }, REMEMBER_AFTER);
  }
  function keepStates(method, link) {
    if (!explorers.length) return;
    const states = Object.fromEntries(explorers.map(({ spec, state }) => [spec.id, state]));
    try {
      history[method]({ ...history.state, kit: states }, "", link);
    } catch {
    }
  }
  function followHistory() {
    clearTimeout(remembering);
    for (const explorer of explorers) {
      const state = explorer.keptState() ?? stateFrom(explorer.spec, location.hash);
      if (state) explorer.setState(state);
    }
    if (!history.state?.kit) showNamed();
    keepStates("replaceState");
  }
  function showNamed() {
    const { id, query } = readHash(location.hash);
    const place = document.getElementById(id);
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
    if (query) place.scrollIntoView();
  }
  function mountEmbedded(host) {
    const kind = host.dataset.kit ?? "";
    return mount(kind, host, async () => {
      const spec = JSON.parse(host.querySelector("script[type='application/json']")?.textContent ?? "");
      spec.id = host.id;
      return kind === "explore" ? new EmbeddedExplorer(spec, await decompress(spec.states)) : new EmbeddedModel({ _spec: spec });
    });
  }
  function tellApart(hosts) {
    const taken = /* @__PURE__ */ new Set();
    for (const host of hosts) {
      const name = host.id;
      for (let count = 2; taken.has(host.id); count++) host.id = `${name}-${count}`;
      taken.add(host.id);
    }
  }
  async function mountAll() {
    const hosts = document.querySelectorAll(".kit-widget");
    tellApart(hosts);
    await Promise.all([...hosts].map(mountEmbedded));
    keepStates("replaceState");
    document.documentElement.dataset.kit = "ready";
    showNamed();
  }
  function startPage() {
    const { src } = (
      /** @type {HTMLScriptElement} */
      document.currentScript
    );
    if (src) configurePage({ plotly: new URL("plotly.min.js", src).href, root: new URL("..", src).href });
    addEventListener("popstate", followHistory);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
    else mountAll();
  }
  return __toCommonJS(index_exports);
})();
