using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.Processes.Catalogue;

/// <summary>What the catalogue says of deadlines, in the reader's language.</summary>
internal static class CatalogueWords
{
    /// <summary>The deadline with its text, and that it has to be checked where nobody has.</summary>
    public static string Of(LegalDeadline deadline) => (deadline.IsSure ? Texts.Catalogue_Deadline : Texts.Catalogue_DeadlineUnsure).With(deadline.Says, deadline.Source);

    /// <summary>The deadline that the process is about; null where the law sets none.</summary>
    public static string? FirstDeadline(ReadyProcess process) =>
        process.Deadlines is [var first, ..] && Of(first) is var text ? text.Cut(Inventory.Process.MaxLineLength) : null;

    /// <summary>"une fois par mois", or that it depends.</summary>
    public static string HowOften(ReadyProcess process) => process.Volume is { } volume ? ProcessWords.Volume(volume, process.Per) : Texts.Catalogue_Depends;

    public static string Listed(IEnumerable<BothLanguages> texts) => string.Join(", ", texts.Select(text => text.ToString()).Distinct(StringComparer.CurrentCulture).Order(StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)));
}
