namespace OrcidPortal.Simulator.Screens;

/// <summary>The look of the pages: system fonts, one column, light or dark as the browser says, contrast AA in both.</summary>
internal static class Style
{
    public const string Sheet = """
        :root { color-scheme: light dark; --ground: #ffffff; --text: #1c2321; --soft: #4d5653; --line: #7c8784; --accent: #0b6b3a; --on-accent: #ffffff; --band: #fff3cd; --on-band: #3d2f00; --fault: #a1160c; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #161a19; --text: #eef2f0; --soft: #b6c0bc; --line: #83908b; --accent: #8fdcae; --on-accent: #08291a; --band: #3d2f00; --on-band: #fff3cd; --fault: #ffb4a9; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        header { background: var(--band); color: var(--on-band); padding: .25rem 1rem; }
        main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; }
        h2 { font-size: 1.15rem; margin-top: 2rem; }
        label { display: block; font-weight: 600; margin-top: .75rem; }
        input { width: 100%; padding: .6rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 4px; }
        input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: 0 .5rem 0 0; vertical-align: middle; accent-color: var(--accent); }
        label.beside { display: inline; font-weight: normal; }
        button { font: inherit; padding: .6rem 1rem; min-height: 44px; border-radius: 4px; border: 1px solid var(--accent); background: transparent; color: var(--accent); cursor: pointer; }
        button.primary { background: var(--accent); color: var(--on-accent); font-weight: 600; }
        a, summary { color: var(--accent); }
        button:focus-visible, input:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; }
        .accounts button { display: block; width: 100%; text-align: left; margin-top: .5rem; }
        .works { list-style: none; padding: 0; }
        .group { border: 1px solid var(--line); border-radius: 4px; padding: .5rem 1rem; margin: .75rem 0; }
        .group article + article { border-top: 1px solid var(--line); margin-top: .75rem; padding-top: .75rem; }
        .group h3 { font-size: 1rem; margin: 0; }
        .group p { margin: .15rem 0; }
        .group .also { font-weight: 600; }
        .soft { color: var(--soft); }
        .fault { color: var(--fault); font-weight: 600; }
        table { border-collapse: collapse; width: 100%; }
        th, td:first-child { white-space: nowrap; }
        details { margin: .5rem 0; }
        h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
        ul { padding-left: 1.25rem; margin: .25rem 0; }
        li { margin: .25rem 0; }
        th, td { text-align: left; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        """;
}
