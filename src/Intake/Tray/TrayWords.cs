using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;

namespace Pupitre.Intake.Tray;

/// <summary>Where received files stand, in a word and a tone.</summary>
internal static class TrayWords
{
    /// <summary>Where one file stands, in one word.</summary>
    public static string Standing(TrayRow row) =>
        row.Identity == IdentityAnswer.Other && row.File.State != FileState.Dismissed ? Texts.Standing_OtherCompany : EvidenceWords.StandingOf(row.File);

    public static Badge.BadgeTone ToneOf(TrayRow row) => row.Identity == IdentityAnswer.Other ? Badge.BadgeTone.Late : EvidenceWords.ToneOf(row.File.State);
}
