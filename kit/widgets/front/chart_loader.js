// plotly.js comes to JupyterLab gzipped, once a kernel; the page keeps one copy whichever kernel sent it.

async function unpackPlotly(packed) {
  if (globalThis.Plotly) return;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const address = URL.createObjectURL(new Blob([await new Response(stream).blob()], { type: "text/javascript" }));
  if (globalThis.Plotly) return;
  const script = document.createElement("script");
  script.src = address;
  script.onload = () => {
    URL.revokeObjectURL(address);
    document.dispatchEvent(new Event("kit-plotly"));
  };
  document.head.append(script);
}
