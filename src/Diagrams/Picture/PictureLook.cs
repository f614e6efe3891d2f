namespace Pupitre.Diagrams;

/// <summary>The looks of a picture that stands alone, light and dark; on a page the style sheet has them.</summary>
internal static class PictureLook
{
    public const string Alone =
        "svg{--ink:#1c2733;--soft:#55636f;--paper:#fff;--shade:#f3f5f7;--line:#aab4bd;--met:#1f6f43;--late:#a8321f;--risk:#8a5a00;font-family:system-ui,sans-serif}"
        + "@media(prefers-color-scheme:dark){svg{--ink:#e6ebf0;--soft:#a9b5c0;--paper:#16202a;--shade:#1f2b37;--line:#4a5966;--met:#6cc795;--late:#f0907f;--risk:#e0b25c}}"
        + "@media print{svg{--ink:#1c2733;--soft:#55636f;--paper:#fff;--shade:#fff;--line:#777}}"
        + "text{font-size:12px;fill:var(--ink)}.pu-dg-band{font-weight:600}.pu-dg-label{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}"
        + ".pu-dg-sheet,.pu-dg-pool,.pu-dg-lane{fill:var(--paper)}.pu-dg-pool,.pu-dg-lane{stroke:var(--line)}.pu-dg-box{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}.pu-dg-open{fill:var(--shade);stroke:var(--ink);stroke-width:1.5}"
        + ".pu-dg-thick{stroke-width:3}.pu-dg-dots{stroke-dasharray:4 3}.pu-dg-edge,.pu-dg-icon{fill:none;stroke:var(--ink);stroke-width:1}.pu-dg-pool~.pu-dg-edge,.pu-dg-lane~.pu-dg-edge{stroke:var(--line)}.pu-dg-mark{fill:none;stroke:var(--ink);stroke-width:2.5}.pu-dg-full{fill:var(--ink);stroke:var(--paper);stroke-width:.8}.pu-dg-head{fill:var(--ink)}"
        + ".pu-dg-line{fill:none;stroke:var(--ink);stroke-width:1.3}.pu-dg-message{fill:none;stroke:var(--ink);stroke-width:1.3;stroke-dasharray:8 5}.pu-dg-note-line{fill:none;stroke:var(--soft);stroke-width:1.2;stroke-dasharray:1.5 4}.pu-dg-group{fill:none;stroke:var(--soft);stroke-dasharray:8 4 2 4}"
        + ".pu-dg-added>.pu-dg-box,.pu-dg-added>.pu-dg-line{stroke:var(--met);stroke-width:3}.pu-dg-removed>.pu-dg-box,.pu-dg-removed>.pu-dg-line{stroke:var(--late);stroke-width:2.5;stroke-dasharray:6 4}.pu-dg-changed>.pu-dg-box,.pu-dg-changed>.pu-dg-line,.pu-dg-doubtful>.pu-dg-box,.pu-dg-doubtful>.pu-dg-line{stroke:var(--risk);stroke-width:2.5}"
        + ".pu-dg-sign{fill:var(--paper);stroke-width:1.5;stroke:var(--ink)}.pu-dg-signed{font-weight:700}";
}
